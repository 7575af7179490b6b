import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { openWorkbench, write } from './openWorkbench.ts';

let assay: RunningAssay;
let browser: Browser;

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const slug = 'sliding-window-rate-limiter';

type Graded = { challenges: { slug: string; rubric: { id: string }[] }[] };

/** Grades every criterion of an attempt, as the signed-in reviewer; answers the status. */
async function grade(page: Page, attemptId: string): Promise<number> {
  const { origin } = new URL(page.url());
  const address = `${origin}/api/review/attempts/${attemptId}`;
  const attempt = (await (await page.request.get(address)).json()) as Graded;
  const scores = attempt.challenges.flatMap(({ slug: challenge, rubric }) =>
    rubric.map(({ id: criterion }) => ({
      challenge,
      criterion,
      score: 4,
      note: 'Only for colleagues.',
    })),
  );
  const answer = await page.request.post(`${address}/review`, {
    data: { scores },
    headers: { origin },
  });
  return answer.status();
}

describe('the record of an attempt', () => {
  it('is seen by its candidate during the work, answered with feedback after it, and erased when they ask', async () => {
    const { page, complaints } = await openWorkbench(assay, browser, slug);
    const attemptId = /attempts\/([^?/]+)/.exec(page.url())?.[1] ?? '';
    const recordPath = new URL(`/attempts/${attemptId}/record`, page.url()).href;

    await write(page, "export { createLimiter } from './limiter.ts';\n");
    for (const key of ['A', 'C', 'V', 'V']) await page.keyboard.press(`Control+${key}`);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/behaviours hold\. First to look at:|does not compile/)
      .first()
      .waitFor();
    // Playwright keeps every page in front, so leaving is played.
    await page.evaluate(`document.hasFocus = () => false; window.dispatchEvent(new Event('blur'))`);

    const record = await page.context().newPage();
    record.setDefaultTimeout(45_000);
    record.on('pageerror', (error) => complaints.push(error.message));
    await record.goto(recordPath);
    const timeline = record.getByRole('list', { name: 'Timeline' });
    for (const said of [
      /Pasted \d+ characters into/,
      'Copied on our page',
      'Edited src/index.ts',
      'Ran the public tests',
      'The clock was started',
      'The page was not in front',
    ]) {
      const line = timeline.getByText(said).first();
      for (let tries = 0; tries < 20 && !(await line.isVisible()); tries += 1) {
        await record.getByRole('button', { name: 'Look again' }).click();
        await record.waitForTimeout(500);
      }
      await line.waitFor();
    }
    const download = record.waitForEvent('download');
    await record.getByRole('button', { name: 'Download as JSON' }).click();
    expect((await download).suggestedFilename()).toBe(`assay-record-${attemptId}.json`);
    expect(await findBarriers(record)).toEqual([]);

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Hand in and finish' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('heading', { name: 'Feedback' }).waitFor();
    await page.getByText('Comments appear here once', { exact: false }).waitFor();

    const { page: reviewer } = await openPage(browser);
    await reviewer.goto(assay.link('Reviewer'));
    await reviewer.getByRole('button', { name: 'Sign in' }).click();
    await reviewer.getByRole('heading', { name: 'Reviews' }).waitFor();
    expect(await grade(reviewer, attemptId)).toBe(200);
    await reviewer.goto(new URL(`/review/${attemptId}`, page.url()).href);
    await reviewer.getByRole('button', { name: 'Release feedback' }).click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByLabel('About the whole').fill('A calm and clear solution.');
    for (const field of (await dialog.getByRole('textbox').all()).slice(2)) await field.fill('');
    await dialog.getByRole('textbox').nth(1).fill('You guard the edges of the window.');
    await dialog.getByRole('button', { name: 'Release to the candidate' }).click();
    await reviewer.getByText('Feedback was released', { exact: false }).waitFor();

    await page.reload();
    await page.getByText('A calm and clear solution.').waitFor();
    await page.getByText('You guard the edges of the window.').waitFor();
    await page.getByText('How its author solves it').first().click();
    await page.getByText('An exact window needs each expense', { exact: false }).waitFor();
    expect(await page.content()).not.toContain('Only for colleagues.');
    expect(await findBarriers(page)).toEqual([]);

    await page.getByRole('link', { name: 'See what we recorded' }).click();
    await page.getByRole('button', { name: 'Ask for erasure' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask for erasure' }).click();
    await page.getByText('You asked for erasure on', { exact: false }).waitFor();

    const { page: admin } = await openPage(browser);
    await admin.goto(assay.link('Admin'));
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await admin.getByRole('button', { name: 'Organisation' }).click();
    await admin.getByRole('menuitem', { name: 'Erasure' }).click();
    await admin.getByRole('button', { name: 'Erase Noor Haddad' }).click();
    await admin.getByLabel('Type Noor Haddad to go on').fill('Noor Haddad');
    await admin.getByRole('button', { name: 'Erase for good' }).click();
    await admin.getByText('by an admin', { exact: false }).waitFor();
    await page.goto(assay.link('Candidate'));
    await page.getByRole('heading', { name: 'This attempt is erased' }).waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('410'))).toEqual([]);
  }, 120_000);
});
