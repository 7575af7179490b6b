import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { paneByKey, tabTo } from './keyboard.ts';
import { referenceInOneFile } from './referenceInOneFile.ts';

let assay: RunningAssay;
let browser: Browser;
/** Where the candidate is after handing in. */
let done: Page | undefined;

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

/** Replaces all that is in the open file, from wherever the focus is, and waits until it is saved. */
async function write(page: Page, code: string): Promise<void> {
  await paneByKey(page, 'editor');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
  await page.getByText('Saved', { exact: true }).waitFor();
}

async function barriersInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await findBarriers(page)));
  }
  return found;
}

describe('from the link to the grade', () => {
  it('takes a candidate through lobby, editor, run, fix, submission and hand-in, by keyboard alone and without a barrier', async () => {
    const { page, complaints } = await openPage(browser, { reducedMotion: 'reduce' });
    await page.goto(assay.link('Candidate'));

    await page.getByRole('heading', { name: 'Backend engineer' }).waitFor();
    const lobby = await page.locator('main').innerText();
    for (const said of [
      '180 minutes',
      'Sliding-window rate limiter',
      'Orders API',
      'Customer report',
      'What is recorded',
    ]) {
      expect(lobby).toContain(said);
    }
    expect(await findBarriers(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: /^Start, / }));
    await page.keyboard.press('Enter');

    await page.locator('.monaco-editor .view-line').first().waitFor();
    expect(await text(page, 'Statement')).toContain('exact sliding window');
    await page.getByRole('tab', { name: 'Sandbox' }).click();
    await page.getByRole('heading', { name: 'What your code runs in' }).waitFor();
    expect(await text(page, 'Statement')).not.toContain('exact sliding window');
    expect(await text(page, 'Files')).toContain('limiter.ts');
    expect(await findBarriers(page)).toEqual([]);

    await write(page, 'export const createLimiter = ;\n');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The code does not compile.', { exact: false }).first().waitFor();
    expect(await text(page, 'Results')).toMatch(/src\/index\.ts:1:\d+/);

    await write(page, "export { createLimiter } from './limiter.ts';\n");
    await page.keyboard.press('Control+Enter');
    const said = page.getByRole('status').filter({ hasText: /behaviours hold/ });
    await said.filter({ hasText: /^\d of \d behaviours hold\. First to look at:/ }).waitFor();
    expect(await text(page, 'Results')).toContain('Received');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+P');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await write(page, await referenceInOneFile('sliding-window-rate-limiter'));
    await page.keyboard.press('Control+Enter');
    await said.filter({ hasText: /^All \d behaviours hold\./ }).waitFor();

    await page.keyboard.press('Control+Shift+Enter');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /submit/i }));
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said.filter({ hasText: /^All 19 behaviours hold\./ }).waitFor();
    // Its author lets this one be named, and not that one.
    await page.getByRole('heading', { name: 'Those that may be named' }).waitFor();
    expect(await page.content()).not.toContain('never lets more than the limit through');

    // A window of 1,280 at 200 % zoom: one pane at a time, each without a barrier.
    await page.setViewportSize({ width: 640, height: 400 });
    const panes = page.getByRole('radiogroup', { name: 'What to show' });
    await tabTo(page, panes.getByRole('radio', { checked: true }));
    for (const name of ['Results', 'Statement', 'Files', 'Code']) {
      const pane = panes.getByRole('radio', { name });
      while (!(await pane.isChecked())) await page.keyboard.press('ArrowRight');
      expect(await findBarriers(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('heading', { name: 'This screen is too small to work on' }).waitFor();
    expect(await page.getByLabel('Your link').inputValue()).toBe(assay.link('Candidate'));
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });

    await paneByKey(page, 'bar');
    await tabTo(page, page.getByRole('button', { name: 'More' }));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Hand in and finish' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Hand in', exact: true }));
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /thank/i }).waitFor();
    await page.getByText('19 of 19 hidden tests hold.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    done = page;
  }, 180_000);

  it('shows the reviewer every verdict and test, and takes a score and a note for each criterion', async () => {
    const { page, complaints } = await openPage(browser, { width: 1920, height: 1080 });
    await page.goto(assay.link('Reviewer'));
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('heading', { name: 'Reviews' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Noor Haddad' });
    await row.getByText('To review').waitFor();
    expect(await row.innerText()).toContain('19/19');
    expect(await findBarriers(page)).toEqual([]);
    await row.getByRole('link', { name: 'Noor Haddad' }).click();

    await page
      .getByText('never lets more than the limit through, wherever the window is placed')
      .waitFor();
    expect(await text(page, 'Submissions')).toContain('counts');
    expect(await text(page, 'Tests')).toMatch(/All 19 behaviours hold\.[\s\S]*ms CPU/);
    expect(await findBarriers(page)).toEqual([]);

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

    // The candidate's page has heard of it, and offers no longer to withdraw.
    await done?.getByRole('button', { name: 'Withdraw' }).waitFor({ state: 'detached' });
    await done?.getByRole('button', { name: 'Ask a question' }).waitFor();
  }, 120_000);

  it('lets somebody who came by a link set a password and sign in with it', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(assay.link('Interviewer'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Ivo Petrov' }).click();
    await page.getByRole('menuitem', { name: 'Set a password' }).click();
    expect(await findBarriers(page)).toEqual([]);
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
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(new URL('/review', assay.link('Candidate')).href);
    await page.getByRole('button', { name: /sign in/i }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it('keeps nobody out of the pages for staff, in light and dark colours', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(assay.link('Admin'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Reviews' }).waitFor();
    for (const [path, heading, opens] of [
      ['/theme', 'Theme', undefined],
      ['/admin/invitations', 'Invitations', /^Invite/],
      ['/admin/members', 'Members', /^Add/],
    ] as const) {
      await page.goto(new URL(path, assay.link('Admin')).href);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(await barriersInBothSchemes(page)).toEqual([]);
      if (opens === undefined) continue;
      await page.getByRole('button', { name: opens }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await barriersInBothSchemes(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});
