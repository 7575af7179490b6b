import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';

let assay: RunningAssay;
let browser: Browser;
/** The admin's. Their link signs them in once. */
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
  ({ page, complaints } = await openPage(browser));
  page.setDefaultTimeout(60_000);
  await page.goto(assay.link('Admin'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Challenges' }).waitFor();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

/** Opens a file from the list, once its editor shows `beginning`. */
async function openFile(path: string, beginning: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Files', exact: true }).getByTitle(path).click();
  await page.locator('.monaco-editor .view-lines').getByText(beginning).first().waitFor();
}

async function typeAtEnd(text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

/** Takes one's typing back, word by word, until nothing is edited any more. */
async function undoAll(): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  const edited = page.getByText('1 file edited');
  for (let steps = 0; steps < 40 && (await edited.count()) > 0; steps += 1)
    await page.keyboard.press('Control+Z');
  await edited.waitFor({ state: 'detached' });
}

describe("an author's work on a challenge", () => {
  it('goes from the list over a broken reference to a version in the history', async () => {
    await page.getByRole('link', { name: 'Challenges' }).click();
    await page.getByRole('textbox', { name: 'Search by title or skill' }).fill('stampede');
    await page.getByText('1 challenge', { exact: true }).waitFor();
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(/Repository\s+Not verified/);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Cache without a stampede' }).click();

    const checks = page.getByRole('tabpanel', { name: /^Checks/ });
    const verify = page.getByRole('button', { name: 'Verify' });
    await openFile('solution/src/index.ts', 'AnswerCache');
    await typeAtEnd("\nthrow new Error('broken by its author');\n");
    await page.getByText('1 file edited').waitFor();
    await verify.click();
    await checks.getByText('One check does not hold.').waitFor();
    expect(await checks.innerText()).toContain('broken by its author');

    await undoAll();
    await openFile('challenge.yaml', 'title:');
    await typeAtEnd('\nlevle: staff\n');
    await verify.click();
    await checks.getByRole('link', { name: /^challenge\.yaml:\d+$/ }).click();
    expect(await checks.innerText()).toContain('Nothing reads levle.');
    expect(await findBarriers(page)).toEqual([]);
    await undoAll();

    await openFile('README.md', 'stampede');
    await typeAtEnd('\n## A heading of this journey\n');
    await verify.click();
    await checks.getByText(/^The reference passes \d+ public and \d+ hidden tests\.$/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await checks.getByText('Given up before the end.').waitFor();

    // What is not saved is still there when one comes back.
    await page.reload();
    const statement = page.getByRole('tabpanel', { name: 'Statement' });
    await statement.getByRole('heading', { name: 'A heading of this journey' }).waitFor();
    await page.getByRole('button', { name: 'Save version' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as a new version' });
    await dialog.getByLabel('Note').fill('A heading more');
    await dialog.getByRole('button', { name: 'Save version' }).click();
    await page.getByText('New invitations still get an earlier version.').waitFor();

    await page.getByRole('link', { name: 'History' }).click();
    const versions = page.getByRole('navigation', { name: 'Versions' }).getByRole('button');
    await versions.nth(1).waitFor();
    expect(await versions.nth(0).innerText()).toMatch(/Ada Brandt[^]*A heading more/);
    expect(await versions.nth(1).innerText()).toMatch(/Repository\s+In use/);
    const after = page.locator('.monaco-diff-editor .modified-in-monaco-diff-editor');
    await after.getByText('A heading of this journey').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
  }, 240_000);

  it('goes from nothing to a challenge that is retired, deleted, and imported again', async () => {
    await page.goto(new URL('/challenges', page.url()).href);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New challenge' }).click();
    await dialog.getByLabel('Title').fill('Parcel lockers');
    expect(await dialog.getByLabel('Name').inputValue()).toBe('parcel-lockers');
    await dialog.getByLabel('Summary').fill('Open the right door, once.');
    await dialog.getByLabel('Skills').fill('Concurrency');
    await dialog.getByLabel('Skills').press('Enter');
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('This is a draft: nobody is asked it').waitFor();

    // A failing test leads to its line.
    await openFile('tests/public.test.ts', 'world');
    await typeAtEnd("\nit('asks too much', () => expect(1).toBe(2));\n");
    await page.getByRole('button', { name: 'Verify' }).click();
    const checks = page.getByRole('tabpanel', { name: /^Checks/ });
    const failing = checks.getByRole('link', { name: 'asks too much' });
    await failing.waitFor();
    await openFile('README.md', 'Parcel lockers');
    await failing.click();
    await page.getByText('1 file edited').waitFor();
    await page.locator('.monaco-editor .view-lines').getByText('asks too much').waitFor();

    const more = page.getByRole('button', { name: 'More' });
    await more.click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download, without my edits' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^parcel-lockers-[0-9a-f]{8}\.tgz$/);
    const archive = await download.path();

    await more.click();
    await page.getByRole('menuitem', { name: 'Retire…' }).click();
    await dialog.getByText('No assessment has it. No attempt has it.').waitFor();
    await dialog.getByRole('button', { name: 'Retire' }).click();
    await page.getByText('This challenge is retired').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('This is a draft').waitFor();
    await more.click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog.getByText('Its only version goes').waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();

    await page.getByRole('button', { name: 'Import' }).click();
    const input = page.locator('input[type=file]');
    await input.setInputFiles({
      name: 'evil.tgz',
      mimeType: 'application/gzip',
      buffer: Buffer.from('PK'),
    });
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByText('This is not an archive that challenge pack has made').waitFor();
    await input.setInputFiles(archive);
    await dialog.getByRole('button', { name: 'Import' }).click();
    await page.getByText('This is a draft').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).first().innerText()).toBe(
      'Parcel lockers',
    );
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
  }, 240_000);
});
