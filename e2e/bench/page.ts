/**
 * How fast the candidate's pages are in Chromium, with nothing in its cache: `npm run -s bench -- page`.
 * The server, the judge and the browser share the machine, as with `npm start` on a laptop.
 */
import type { Browser } from 'playwright-core';
import { startAssay } from '../assay.ts';
import { openBrowser, openPage } from '../browser.ts';
import { findLongTasks } from '../findLongTasks.ts';
import { write } from '../openWorkbench.ts';
import { weighScripts } from '../weighScripts.ts';

const rounds = 5;
/** Fails slowly, so that its results come in one after the other; what is typed goes into the comment. */
const slowSolution = `export function createLimiter() {
  for (let turn = 0; turn < 100_000_000; turn += 1);
}
// `;
/** Typed while results stream in. */
const sentence = 'the editor must never wait for anything that happens elsewhere ';

/** Time until the page has painted what it knows now, ms. */
const untilPainted = `new Promise((resolve) => {
  const from = performance.now();
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
})`;

const [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
try {
  const lobby = await repeat(() => openLobby(browser, assay.link('Candidate')));
  await start(browser, assay.link('Candidate'));
  const workbench = await repeat(() => openWorkbench(browser, assay.link('Candidate')));
  const running = await typeWhileRunning(browser, assay.link('Candidate'));

  row('', 'median', 'worst', 'goal');
  report(
    'lobby: all scripts until it is quiet, gzip, KB',
    lobby.map(({ kilobytes }) => kilobytes),
    '',
  );
  report(
    'lobby: first view, ms',
    lobby.map(({ readyMs }) => readyMs),
    '',
  );
  report(
    'workbench: scripts, gzip, KB',
    workbench.map(({ kilobytes }) => kilobytes),
    '',
  );
  report(
    'workbench: first letter typed is shown, ms',
    workbench.map(({ readyMs }) => readyMs),
    '< 2000',
  );
  report('typing while results stream in: key to paint, ms', running.paintMs, '');
  const worst = Math.max(0, ...running.longTasksMs);
  row('tasks over 50 ms of CPU meanwhile', `${running.longTasksMs.length}`, worst.toFixed(0), '0');
} finally {
  await browser.close();
  await assay.stop();
}

type Opened = { kilobytes: number; readyMs: number };

/** Opens the invitation link in a browser that has never been here. */
async function openLobby(chromium: Browser, link: string): Promise<Opened> {
  const { page } = await openPage(chromium);
  const weight = weighScripts(page);
  const from = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByRole('button', { name: /^Start, / }).waitFor();
  const readyMs = performance.now() - from;
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return { kilobytes: weight() / 1_000, readyMs };
}

async function start(chromium: Browser, link: string): Promise<void> {
  const { page } = await openPage(chromium);
  await page.goto(link);
  await page.getByRole('button', { name: /^Start, / }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.context().close();
}

/** From the link to a letter in the editor, as somebody has it who comes back on another computer. */
async function openWorkbench(chromium: Browser, link: string): Promise<Opened> {
  const { page } = await openPage(chromium);
  const weight = weighScripts(page);
  const from = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  const lines = page.locator('.monaco-editor .view-lines').first();
  await lines.locator('.view-line').first().waitFor();
  await lines.click();
  await page.keyboard.type('§');
  await lines.getByText('§').waitFor();
  const readyMs = performance.now() - from;
  await page.keyboard.press('Backspace');
  await page.getByText('Saved', { exact: true }).waitFor();
  // The last script to be used; Playwright now and then does not hear that a worker has got its own.
  await page.getByText('0 problems').waitFor();
  await page.context().close();
  return { kilobytes: weight() / 1_000, readyMs };
}

/** Types while the hidden tests run and their results come in one by one. */
async function typeWhileRunning(chromium: Browser, link: string) {
  const { page } = await openPage(chromium);
  await page.goto(link);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.getByText('0 problems').waitFor();
  await write(page, slowSolution);
  await chromium.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const paintMs: number[] = [];
  for (let run = 0; run < rounds; run += 1) {
    await page.keyboard.press('Control+Enter');
    for (const letter of sentence) {
      await page.keyboard.type(letter);
      paintMs.push(await page.evaluate<number>(untilPainted));
    }
    await page
      .getByText(/of \d+ behaviours hold|does not compile/)
      .first()
      .waitFor();
  }
  const longTasksMs = findLongTasks(await chromium.stopTracing());
  return { paintMs, longTasksMs };
}

async function repeat(work: () => Promise<Opened>): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (let round = 0; round < rounds; round += 1) opened.push(await work());
  return opened;
}

function report(what: string, values: number[], goal: string): void {
  const sorted = values.toSorted((a, b) => a - b);
  row(
    what,
    (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0),
    (sorted.at(-1) ?? 0).toFixed(0),
    goal,
  );
}

function row(what: string, median: string, worst: string, goal: string): void {
  console.log(what.padEnd(50), median.padStart(8), worst.padStart(12), goal.padStart(8));
}
