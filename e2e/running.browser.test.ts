import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser } from './browser.ts';
import { goToFile, openWorkbench, workOn, write } from './openWorkbench.ts';

let assay: RunningAssay;
let browser: Browser;
/** The candidate's, with whom each test goes to another challenge than the one before: a new editor takes seconds. */
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
  ({ page, complaints } = await openWorkbench(assay, browser, 'customer-report'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const server = (handler: string) =>
  `import express from 'express';\nconst app = express();\napp.use(express.json());\n${handler}\napp.listen(3000);\n`;

describe('running', () => {
  it('shows a failing test with what differs and what was printed in it', async () => {
    await workOn(page, 'orders-api');
    await goToFile(page, 'src/index');
    await write(
      page,
      server(
        "app.post('/orders', (req, res) => {\n  console.log('got an order');\n  throw new Error('not yet');\n});",
      ),
    );
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/\d+ of \d+ behaviours hold\. First to look at:/)
      .first()
      .waitFor();
    const results = page.getByRole('region', { name: 'Results' });
    await results.locator('[data-differs]').first().waitFor();
    await results.getByText('got an order').first().waitFor();
    expect(complaints).toEqual([]);
  }, 180_000);

  it('leads from a failing test to the line of one’s own code that threw', async () => {
    await workOn(page, 'sliding-window-rate-limiter');
    await goToFile(page, 'src/index');
    await write(
      page,
      "// Two lines\n// above.\nexport const createLimiter = () => { throw new Error('not yet'); };\n",
    );
    await page.keyboard.press('Control+Enter');
    const results = page.getByRole('region', { name: 'Results' });
    await results.getByText('not yet').first().waitFor();
    await results
      .getByRole('button', { name: /src\/index\.ts:3:\d+$/ })
      .first()
      .click();
    await page.getByText(/^Line 3, column \d+$/).waitFor();
    expect(await page.evaluate('document.activeElement.closest(".monaco-editor") !== null')).toBe(
      true,
    );
    expect(complaints).toEqual([]);
  }, 180_000);

  it('cancels a run, which then counts for nothing, and runs again', async () => {
    await workOn(page, 'orders-api');
    await goToFile(page, 'src/index');
    await write(page, server('app.use(() => { for (;;); });'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page
      .getByTestId('results')
      .getByText('You cancelled this. It has no result and counts for nothing.')
      .waitFor();
    await page.getByRole('tab', { name: /^History/ }).click();
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    await write(page, server('app.use((req, res) => res.status(204).end());'));
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/\d+ of \d+ behaviours hold/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  }, 180_000);

  it('says Submitting until a submission whose answer was lost is known, and counts it once', async () => {
    await workOn(page, 'sliding-window-rate-limiter');
    const presses: unknown[] = [];
    const answers = ['lost on the way back', 'lost on the way there', 'refused for a while'];
    await page.route('**/submissions', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      presses.push(route.request().postDataJSON());
      const answer = answers.shift();
      // The server has it, and the page does not know.
      if (answer === 'lost on the way back') await route.fetch();
      if (answer === undefined) return route.fallback();
      if (answer === 'refused for a while') return route.fulfill({ status: 503 });
      return route.abort('connectionreset');
    });
    await page.getByRole('tab', { name: /^History/ }).click();
    const listed = page.getByRole('tabpanel', { name: /^History/ }).locator('tbody tr');
    const before = await listed.count();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
    const waits = page.getByText('There was no answer. It is sent again until there is one');
    await waits.waitFor();
    await page.getByText('Submitting …').waitFor();
    await waits.waitFor({ state: 'hidden' });
    await page.unroute('**/submissions');
    expect(new Set(presses.map((press) => JSON.stringify(press))).size).toBe(1);
    expect(presses).toHaveLength(4);
    await page.getByRole('tab', { name: /^History/ }).click();
    await listed.nth(before).waitFor();
    expect(await listed.count()).toBe(before + 1);
    // The browser complains of the connections that were cut.
    complaints.length = 0;
  }, 180_000);

  it('answers SQL from the seeded database', async () => {
    await workOn(page, 'customer-report');
    await page.getByRole('tab', { name: 'SQL' }).click();
    const rows = page.getByRole('region', { name: 'Rows' });
    await page.getByRole('button', { name: 'Run SQL' }).click();
    await rows.getByRole('columnheader', { name: 'table_name' }).waitFor();
    await page.getByRole('textbox', { name: 'SQL' }).fill('select 6 * 7 as answer; ');
    await page.keyboard.press('Alt+Enter');
    await rows.getByRole('cell', { name: '42' }).waitFor();
    await page.getByRole('textbox', { name: 'SQL' }).fill('select * from nowhere');
    await page.keyboard.press('Alt+Enter');
    await rows.getByText('relation "nowhere" does not exist').waitFor();
    expect(complaints).toEqual([]);
  }, 180_000);

  it('sends requests to the solution as it is, all of them again each time', async () => {
    await workOn(page, 'orders-api');
    await goToFile(page, 'src/index');
    await write(
      page,
      server(
        "let n = 0;\napp.post('/n', (req, res) => {\n  console.log('adding', req.body.by);\n  res.json({ n: (n += req.body.by) });\n});",
      ),
    );
    await page.getByRole('tab', { name: 'HTTP' }).click();
    await page.getByRole('combobox', { name: 'Method' }).click();
    await page.getByRole('option', { name: 'POST' }).click();
    await page.getByRole('textbox', { name: 'Path' }).fill('/n');
    await page.getByRole('textbox', { name: 'Body' }).fill('{ "by": 2 }');
    const response = page.getByRole('region', { name: 'Response' });
    await page.getByRole('button', { name: 'Send' }).click();
    await response.getByText('"n": 2').waitFor();
    await response.getByText('adding 2').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await response.getByText('"n": 4').waitFor();
    expect(await page.getByRole('button', { name: /POST.*\/n/ }).count()).toBe(2);
    expect(complaints).toEqual([]);
  }, 180_000);
});
