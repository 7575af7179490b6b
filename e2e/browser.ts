import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's Chromium keeps quiet with these: it looks up none of its maker's hosts. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A camera that shows a clock and a microphone that beeps, for those who permit a page to use them. */
const devices = ['--use-fake-device-for-media-stream'];

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const launch = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [...quiet, ...asRoot],
};

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...launch, args: [...launch.args, ...devices] });
}

/** A browser that keeps what it stores in `folder`, as a person's own does. */
export async function openProfile(folder: string): Promise<Page> {
  const context = await chromium.launchPersistentContext(folder, launch);
  return context.pages()[0] ?? context.newPage();
}

/** Ends the whole browser of a page as a power cut does. */
export async function killBrowser(page: Page): Promise<void> {
  const closed = new Promise((resolve) => page.context().once('close', resolve));
  const session = await page.context().newCDPSession(page);
  await Promise.race([session.send('Browser.crash').catch(() => undefined), closed]);
  await closed;
}

export type Person = {
  page: Page;
  /** What the page complained about: errors in the console, uncaught errors. */
  complaints: string[];
};

/** Somebody with a browser profile of their own. */
export async function openPage(
  browser: Browser,
  options: {
    width?: number;
    height?: number;
    colorScheme?: 'light' | 'dark';
    reducedMotion?: 'reduce';
  } = {},
): Promise<Person> {
  const { width = 1280, height = 800, ...preferences } = options;
  const context = await browser.newContext({ viewport: { width, height }, ...preferences });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}
