import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
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

/** Ends the whole browser that keeps its things in `folder`, as a power cut does; none of its processes holds them then. */
export async function killBrowser(page: Page, folder: string): Promise<void> {
  const closed = new Promise((resolve) => page.context().once('close', resolve));
  const session = await page.context().newCDPSession(page);
  await Promise.race([session.send('Browser.crash').catch(() => undefined), closed]);
  await closed;
  while (await isHeld(folder)) await delay(50);
}

/** Whether a process has been started with this folder and goes on. */
async function isHeld(folder: string): Promise<boolean> {
  const started = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    started.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.some((command) => command.includes(folder));
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
  } = {},
): Promise<Person> {
  const { width = 1280, height = 800, ...preferences } = options;
  // What moves costs a browser without a graphics card more than what the journey does, and is waited for.
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...preferences,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}
