import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { referenceInOneFile } from './referenceInOneFile.ts';

let assay: RunningAssay;
let browser: Browser;

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

/** What a person reads in a region of the page. */
const text = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).first().innerText();

/** Replaces all that is in the open file, as somebody would who pastes. */
async function write(page: Page, code: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
  await page.getByText('Saved', { exact: true }).waitFor();
}

describe('from the link to the grade', () => {
  it('takes a candidate through lobby, editor, run, fix, submission and hand-in', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(assay.link('Candidate'));

    await page.getByRole('heading', { name: 'Backend engineer' }).waitFor();
    const lobby = await page.locator('main').innerText();
    for (const said of [
      '90 minutes',
      'Sliding-window rate limiter',
      'Orders API',
      'Customer report',
      'What is recorded',
    ]) {
      expect(lobby).toContain(said);
    }
    await page.getByRole('button', { name: /^Start, / }).click();

    await page.locator('.monaco-editor .view-line').first().waitFor();
    expect(await text(page, 'Statement')).toContain('exact sliding window');
    expect(await text(page, 'Files')).toContain('limiter.ts');

    await write(page, 'export const createLimiter = ;\n');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('The code does not compile.', { exact: false }).first().waitFor();
    expect(await text(page, 'Results')).toMatch(/src\/index\.ts:1:\d+/);

    await write(page, "export { createLimiter } from './limiter.ts';\n");
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^\d of \d behaviours hold\. First to look at:/)
      .first()
      .waitFor();
    expect(await text(page, 'Results')).toContain('Received');

    await write(page, await referenceInOneFile('sliding-window-rate-limiter'));
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^All \d behaviours hold\./)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /submit/i })
      .click();
    await page
      .getByText(/^All 19 behaviours hold\./)
      .first()
      .waitFor();
    expect(await page.content()).not.toContain('never lets more than the limit through');

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Hand in and finish' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('heading', { name: /thank/i }).waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it('shows the reviewer every verdict and test, and takes a score and a note for each criterion', async () => {
    const { page, complaints } = await openPage(browser, { width: 1920, height: 1080 });
    await page.goto(assay.link('Reviewer'));
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('heading', { name: 'Reviews' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Noor Haddad' });
    await row.getByText('To review').waitFor();
    expect(await row.innerText()).toContain('19/19');
    await row.getByRole('link', { name: 'Noor Haddad' }).click();

    await page
      .getByText('never lets more than the limit through, wherever the window is placed')
      .waitFor();
    expect(await text(page, 'Submissions')).toContain('counts');
    expect(await text(page, 'Tests')).toMatch(/All 19 behaviours hold\.[\s\S]*ms CPU/);

    await page
      .getByRole('button', { name: /submit/i })
      .last()
      .click();
    await page
      .getByText(/things are missing/)
      .first()
      .waitFor();
    const scores = page.getByRole('radiogroup');
    const notes = page.getByRole('textbox', { name: /^Note for/ });
    expect(await scores.count()).toBe(await notes.count());
    for (let index = 0; index < (await scores.count()); index += 1) {
      await scores.nth(index).getByRole('radio', { name: '4' }).click();
      await notes.nth(index).fill(`Seen in the code, point ${index + 1}.`);
    }
    await page
      .getByRole('button', { name: /submit/i })
      .last()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /submit/i })
      .click();
    await page.getByText('You submitted this review', { exact: false }).waitFor();

    await page.getByRole('link', { name: 'All reviews' }).click();
    await row.getByText('Graded').waitFor();
    expect(await row.innerText()).toContain('4.0');
    expect(complaints).toEqual([]);
  }, 120_000);

  it('lets somebody who came by a link set a password and sign in with it', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(assay.link('Interviewer'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Ivo Petrov' }).click();
    await page.getByRole('menuitem', { name: 'Set a password' }).click();
    await page.getByLabel('New password').fill('a good long password');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Your password is set.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Ivo Petrov' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Email').fill('interviewer@demo.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('a good long password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Reviews' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('explains a link that nobody knows, and gives away nothing', async () => {
    const { page } = await openPage(browser);
    await page.goto(new URL('/c/not-a-link-at-all', assay.link('Candidate')).href);
    await page.getByText('We do not know this link', { exact: false }).first().waitFor();
    await page.goto(new URL('/review', assay.link('Candidate')).href);
    await page.getByRole('button', { name: /sign in/i }).waitFor();
  });
});
