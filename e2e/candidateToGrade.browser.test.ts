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
    // Halfway from one scheme to the other nothing has contrast.
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    found.push(...(await findBarriers(page)));
  }
  return found;
}

describe('from the link to the desk', () => {
  it('takes a candidate through lobby, editor, run, fix, submission and hand-in, by keyboard alone and without a barrier', async () => {
    const { page, complaints } = await openPage(browser);
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

  it('shows the reviewer every verdict and test, how the work came about, and what it resembles', async () => {
    const { page, complaints } = await openPage(browser, { width: 1920, height: 1080 });
    await page.goto(assay.link('Reviewer'));
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('heading', { name: 'Reviews' }).waitFor();
    // Whose work it is stays hidden until one's own scores are in.
    const code = /attempts\/(....)/.exec(done?.url() ?? '')?.[1]?.toUpperCase() ?? '';
    const row = page.getByRole('row').filter({ hasText: `Candidate ${code}` });
    await row.getByText('To review').waitFor();
    expect(await row.innerText()).toContain('19/19');
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.content()).not.toContain('Noor Haddad');
    await row.getByRole('link', { name: `Candidate ${code}` }).click();

    await page
      .getByText('never lets more than the limit through, wherever the window is placed')
      .waitFor();
    expect(await text(page, 'Submissions')).toContain('counts');
    expect(await text(page, 'Tests')).toMatch(/All 19 behaviours hold\.[\s\S]*ms CPU/);
    expect(await findBarriers(page)).toEqual([]);

    // A comment on a line, kept as it is typed.
    await page.locator('.view-line').first().click();
    await page.keyboard.press('c');
    await page.keyboard.type('One file, and it reads well.');
    await page.getByText('Draft saved', { exact: false }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    const comment = page.getByRole('article', { name: 'You, Line 1' });
    await comment.waitFor();

    // What changed since the starter, change by change.
    await page.keyboard.press('d');
    await page.getByText(/^1 file differs, \+\d+ −\d+$/).waitFor();
    await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    await page.keyboard.press('.');
    await page.getByText(/change 1 of \d+ in this file$/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('d');
    await comment.waitFor();

    // A copy that does less; the submission stays as it is.
    await page.keyboard.press('e');
    await page.getByText('Your copy.').waitFor();
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText("export { createLimiter } from './limiter.ts';\n");
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^\d+ holds? no longer, /).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Discard' }).click();
    await comment.waitFor();
    expect(await text(page, 'Tests')).toContain('All 19 behaviours hold.');

    // How it came about, up to what was handed in.
    await page.getByRole('link', { name: 'Replay' }).click();
    await page.getByRole('slider', { name: 'Moment of the recording' }).press('End');
    await page.locator('li[data-state=now]', { hasText: 'All 19 behaviours hold.' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'To the desk' }).click();

    // What it resembles: it is the reference, in one file.
    await page.getByRole('tab', { name: 'Evidence' }).click();
    await page.getByRole('heading', { name: 'How it was written' }).waitFor();
    await page.getByRole('link', { name: 'The reference', exact: true }).click();
    await page.getByText(/^Part 1 of /).waitFor();
    await page
      .getByRole('region', { name: 'The reference' })
      .locator('.view-line')
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'To the desk' }).click();
    await page.getByRole('heading', { name: 'Work that resembles this' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);

    expect(complaints).toEqual([]);
  }, 180_000);

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
      ['/admin/candidates', 'Candidates', /^Invite a candidate/],
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

    await page.goto(new URL('/admin/roles', assay.link('Admin')).href);
    await page.getByRole('link', { name: 'Backend engineer, fulfilment' }).click();
    const suggested = page.getByRole('region', { name: 'Suggested assessment' });
    await suggested.getByText(/^Nice-to-haves that it does not assess: .*Kubernetes\.$/).waitFor();
    expect(await barriersInBothSchemes(page)).toEqual([]);
    await page.getByLabel('Need of Kubernetes').selectOption('must');
    await suggested.getByText('Must-haves that it does not assess:').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).fill('Backend engineer, warehouse');
    await page
      .getByRole('region', { name: 'Job description' })
      .getByRole('heading', { name: 'Backend engineer, warehouse, Northwind Robotics' })
      .waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Make it an assessment' }).click();
    await page.getByRole('heading', { name: 'New assessment' }).waitFor();
    expect(await barriersInBothSchemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the assessment' }).click();
    await page
      .getByRole('heading', { name: 'Backend engineer, warehouse', level: 1, exact: true })
      .waitFor();
    await page.getByText('Open to changes').first().waitFor();

    await page.goto(new URL('/admin/candidates/invite', assay.link('Admin')).href);
    const list = page.getByRole('textbox', { name: 'List of candidates' });
    await list.fill(
      'Name;Email;Source\nAda;ada@list.test;referral\nBo;bo.list.test;\nCy;cy@list.test;',
    );
    await page.getByText('it has no @', { exact: false }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Invite 2 candidates' }).waitFor();
    expect(await list.inputValue()).toContain('bo.list.test');
    expect(await barriersInBothSchemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Invite 2 candidates' }).click();
    await page.getByText('2 candidates are invited.', { exact: false }).waitFor();
    expect(await page.getByText('/c/').count()).toBe(2);
    expect(await barriersInBothSchemes(page)).toEqual([]);

    await page.getByRole('link', { name: 'To the candidates' }).click();
    const invited = page.getByRole('region', { name: 'Invited' });
    await invited.getByRole('link', { name: 'Cy' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('a:focus').innerText()).toBe('Ada');
    await invited.getByRole('button', { name: 'Actions for Cy' }).click();
    await page.getByRole('menuitem', { name: 'Make a new link' }).click();
    expect(await barriersInBothSchemes(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Make a new link' }).click();
    await page.getByLabel('Link', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Search by name or address').fill('ada@list');
    await invited.getByRole('link', { name: 'Cy' }).waitFor({ state: 'detached' });
    await page.getByText('List', { exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'Ada' }).getByText('Referral').waitFor();
    expect(await barriersInBothSchemes(page)).toEqual([]);
    await page.getByText('Sources', { exact: true }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Referral' })
      .getByText('Too few to compare')
      .waitFor();
    expect(await barriersInBothSchemes(page)).toEqual([]);

    // All that people made of one candidate, and an interview by its kit.
    await page.goto(new URL('/review', assay.link('Admin')).href);
    await page.getByRole('link', { name: 'Noor Haddad' }).click();
    await page.getByRole('link', { name: 'Candidate', exact: true }).click();
    await page.getByRole('button', { name: 'Behavioural interview' }).click();
    await page.getByRole('heading', { name: 'Do not ask' }).waitFor();
    expect(await barriersInBothSchemes(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 180_000);
});
