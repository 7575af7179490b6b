import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { RunningAssay } from '#e2e/assay.ts';
import { openPage as openAnyPage } from '#e2e/browser.ts';

const size = { width: 1440, height: 900 };

/** Somebody who is patient enough for a busy machine. */
async function openPage(...wanted: Parameters<typeof openAnyPage>): ReturnType<typeof openAnyPage> {
  const person = await openAnyPage(...wanted);
  person.page.setDefaultTimeout(300_000);
  return person;
}

/** The pictures of the README and of the documents, from a fresh Assay with its demo. */
export async function takeReadmePictures(
  assay: RunningAssay,
  browser: Browser,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { page: candidate } = await openPage(browser, size);
  await candidate.goto(assay.link('Candidate'));
  await candidate.getByRole('button', { name: /^Start, / }).click();
  await candidate.getByRole('treeitem').or(candidate.getByText('limiter.ts')).first().click();
  await candidate.locator('.monaco-editor .view-line').nth(5).waitFor();
  await candidate.keyboard.press('Control+Enter');
  await candidate
    .getByText(/behaviours hold\. First to look at:/)
    .first()
    .waitFor();
  await candidate.waitForTimeout(500);
  await candidate.screenshot({ path: join(folder, 'candidate.png') });

  const { page: reviewer } = await openPage(browser, { ...size, colorScheme: 'dark' });
  await reviewer.goto(assay.link('Reviewer'));
  await reviewer.getByRole('button', { name: 'Sign in' }).click();
  await reviewer
    .getByRole('row')
    .filter({ hasText: 'Customer report' })
    .getByRole('link', { name: /^Candidate / })
    .first()
    .click();
  await reviewer.getByRole('link', { name: /Customer report/ }).click();
  await reviewer.locator('.monaco-editor .view-line').first().waitFor();
  // The demo's own submissions are judged after the start.
  await reviewer
    .getByRole('region', { name: 'Tests' })
    .getByText(/behaviours hold/)
    .waitFor();
  await reviewer.waitForTimeout(500);
  await reviewer.screenshot({ path: join(folder, 'reviewer.png') });
  await reviewer.emulateMedia({ colorScheme: 'light' });
  await reviewer.locator('.view-line').nth(9).click();
  await reviewer.keyboard.press('c');
  await reviewer.keyboard.type('Parsed once, at the border, and typed from here on.');
  await reviewer.getByText('Draft saved', { exact: false }).waitFor();
  await reviewer.keyboard.press('Control+Enter');
  await reviewer.waitForTimeout(500);
  await reviewer.screenshot({ path: join(folder, 'comment.png') });

  const { page: author } = await openPage(browser, size);
  await author.goto(assay.link('Admin'));
  await author.getByRole('button', { name: 'Sign in' }).click();
  await author.getByRole('link', { name: 'Roles' }).click();
  await author.getByRole('link', { name: 'Backend engineer, fulfilment' }).click();
  await author.getByText('It assesses every must-have.').waitFor();
  await author.screenshot({ path: join(folder, 'role.png') });
  await author.getByRole('link', { name: 'Candidates' }).click();
  await author.getByRole('region', { name: 'Advanced' }).getByRole('link').first().click();
  await author.getByRole('link', { name: 'Report', exact: true }).click();
  await author.getByRole('heading', { name: /^Decision: / }).waitFor();
  await author.screenshot({ path: join(folder, 'report.png') });
  await author.getByRole('link', { name: 'Challenges' }).click();
  await author.getByRole('link', { name: 'Token buckets at the gateway' }).click();
  await author
    .getByRole('navigation', { name: 'Files', exact: true })
    .getByTitle('tests/hidden.test.ts')
    .click();
  await author.getByRole('button', { name: 'Verify' }).click();
  await author.getByText('Every check holds').waitFor();
  await author.waitForTimeout(500);
  await author.screenshot({ path: join(folder, 'author.png') });
}
