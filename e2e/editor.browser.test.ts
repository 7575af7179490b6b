import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { killBrowser, openBrowser, openProfile } from './browser.ts';
import { goToFile, openWorkbench, readEditor, workOn, write } from './openWorkbench.ts';

let assay: RunningAssay;
let browser: Browser;
/** The candidate's, with whom each test goes to another challenge than the one before: a new editor takes seconds. */
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
  ({ page, complaints } = await openWorkbench(assay, browser, 'sliding-window-rate-limiter'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

/**
 * Whether some offline copy says `count` changes, run in the page. What is read there has been written: the
 * database lets nobody overtake a writer.
 */
const countsWrittenDown = `async (count) => {
  const answer = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  for (const { name } of await indexedDB.databases()) {
    const copy = await answer(indexedDB.open(name));
    const counts = await answer(copy.transaction('custom').objectStore('custom').getAll());
    // What is committed is on the disk only after a commit that asks for it.
    const kept = copy.transaction('custom', 'readwrite', { durability: 'strict' });
    kept.objectStore('custom').put(0, 'flushed');
    await new Promise((resolve) => (kept.oncomplete = resolve));
    copy.close();
    if (counts.includes(count)) return true;
  }
  return false;
}`;

/** Whether the lines that a comparison shows as removed, between the others, have these colours, in the page. */
const removedHave = `(colours) => {
  const pieces = [...document.querySelectorAll('.line-delete .view-line span span')];
  const seen = new Set(pieces.map((piece) => getComputedStyle(piece).color));
  return colours.every((colour) => seen.has(colour));
}`;

describe('the editor', () => {
  it('knows the modules of the sandbox, completes them, and lists mistakes of every file', async () => {
    await workOn(page, 'orders-api');
    await goToFile(page, 'app.ts');
    await write(
      page,
      "import express from 'express';\nimport children from 'node:child_process';\nexport const app: string = express();\nexpress.js",
    );
    await page.getByRole('tab', { name: /^Problems/ }).click();
    const problems = page.getByRole('tabpanel', { name: /^Problems/ });
    await problems.getByText("Type 'Express' is not assignable to type 'string'.").waitFor();
    await problems.getByText(/Cannot find module 'node:child_process'/).waitFor();
    await problems
      .getByText(/src\/index\.ts:\d+/)
      .first()
      .waitFor();

    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget').getByText('json', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');

    await problems.getByText(/Cannot find module 'node:child_process'/).click();
    await page.getByText('Line 2, column 22').waitFor();
    expect(complaints).toEqual([]);
  }, 180_000);

  it('goes to a definition in another file, and renames a symbol in all of them', async () => {
    await workOn(page, 'customer-report');
    await goToFile(page, 'src/app');
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.getByText('reportCustomers', { exact: true }).first().click();
    await page.keyboard.press('F12');
    await page.getByRole('button', { name: 'reportCustomers.ts', exact: true }).waitFor();
    const newName = page.getByRole('textbox', { name: /Rename input/ });
    // The editor says nothing until it has read all files, which takes a busy machine a moment.
    for (let press = 0; press < 10 && !(await newName.isVisible()); press += 1) {
      await page.keyboard.press('F2');
      await newName.waitFor({ timeout: 4_000 }).catch(() => {});
    }
    await newName.fill('listCustomers');
    await page.keyboard.press('Enter');
    await page.getByText('listCustomers').first().waitFor();
    await goToFile(page, 'src/app');
    await expect(readEditor(page)).resolves.toContain('listCustomers');

    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('textbox', { name: 'Search in all files' }).fill('listCustomers');
    await page.getByText(/\d lines in 2 files/).waitFor();
    await page.getByRole('button', { name: 'Show the files' }).click();
  }, 180_000);

  it('lets imports follow a file, and a folder, that is moved', async () => {
    await workOn(page, 'orders-api');
    await page.getByRole('button', { name: 'catalogue.ts', exact: true }).focus();
    await page.keyboard.press('F2');
    await page.getByLabel('New name of src/catalogue.ts').fill('src/shop/prices.ts');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'prices.ts', exact: true }).first().waitFor();
    await goToFile(page, 'ordersRouter');
    await page.getByText("'../shop/prices.ts'").waitFor();

    await page.getByRole('button', { name: 'orders', exact: true }).focus();
    await page.keyboard.press('F2');
    await page.getByLabel('New name of src/orders').fill('src/shop/orders');
    await page.keyboard.press('Enter');
    await page.getByText("'../prices.ts'").waitFor();
    expect(await readEditor(page)).toContain("'./order.ts'");

    await page.getByRole('button', { name: 'New file' }).click();
    await page.getByLabel('Name of the new file').fill('src/shop/app.ts');
    await page.keyboard.press('Enter');
    const files = page.getByTestId('files');
    const own = files.getByTitle('src/shop/app.ts', { exact: true });
    await own.dragTo(files.getByTitle('src/app.ts', { exact: true }));
    const refusal = page.getByRole('alert').filter({ hasText: 'stays where it is' });
    expect(await refusal.textContent()).toContain('There is a file of this name already.');
    expect(await own.count()).toBe(1);
  }, 180_000);

  it('formats a file', async () => {
    await workOn(page, 'sliding-window-rate-limiter');
    await goToFile(page, 'limiter');
    await write(page, 'export const   a = {b:1,\nc:"x" }');
    await page.keyboard.press('Shift+Alt+F');
    await page.getByText("export const a = { b: 1, c: 'x' };").waitFor();
  }, 180_000);

  it('shows what differs from the starter and from a run', async () => {
    await workOn(page, 'orders-api');
    await goToFile(page, 'payments');
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Shift+K');
    await page.keyboard.insertText('// mine\n');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Compare with the starter or a run' }).click();
    const comparison = page.getByRole('region', { name: 'Comparison' });
    await comparison.getByRole('button', { name: 'payments.ts', exact: true }).click();
    await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    // A keyword and a string in the tokens of either scheme.
    await page.waitForFunction(removedHave, ['rgb(122, 62, 134)', 'rgb(61, 107, 31)']);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(removedHave, ['rgb(207, 159, 216)', 'rgb(165, 201, 138)']);
    await page.getByRole('button', { name: 'Close the comparison' }).click();
    await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  }, 180_000);

  it('has the keys of Vim and of Emacs, and the sizes that somebody likes', async () => {
    await workOn(page, 'sliding-window-rate-limiter');
    await goToFile(page, 'limiter');
    await write(page, 'one\ntwo\nthree\n');
    const choose = async (keys: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Editor settings' }).click();
      await page.getByRole('radiogroup', { name: 'Keys' }).getByText(keys).click();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await choose('Vim');
    await page.getByText('NORMAL').waitFor();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.type('ggdd');
    await page.getByText('one', { exact: true }).waitFor({ state: 'detached' });
    expect(await readEditor(page)).toMatch(/^two\nthree/);
    await page.keyboard.type('u');
    await page.getByText('one', { exact: true }).waitFor();

    await choose('Emacs');
    await page.getByText('Emacs keys').waitFor();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Alt+Shift+<');
    await page.keyboard.press('Control+k');
    await page.getByText('one', { exact: true }).waitFor({ state: 'detached' });
    await choose('Standard');
    expect(complaints).toEqual([]);
  }, 180_000);

  it('gives the workspace away as a zip, takes one back, and refuses one that leads elsewhere', async () => {
    await workOn(page, 'orders-api');
    await page.getByRole('button', { name: 'Download or upload' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download as zip' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('orders-api.zip');
    const files = unzipSync(await readFile(await download.path()));
    expect(Object.keys(files)).toContain('src/index.ts');

    const upload = async (entries: Record<string, Uint8Array>) =>
      page.getByLabel('Zip to replace the workspace by').setInputFiles({
        name: 'mine.zip',
        mimeType: 'application/zip',
        buffer: Buffer.from(zipSync(entries)),
      });
    await upload({ ...files, '../outside.ts': strToU8('') });
    await page
      .getByText(/may not contain \. or \.\. as a folder\. Nothing was changed\./)
      .waitFor();
    await page.getByRole('button', { name: 'Close' }).last().click();

    await upload({ ...files, 'src/fresh.ts': strToU8('export const fresh = 1;\n') });
    await page.getByText(/1 new, 0 changed, 0 removed/).waitFor();
    await page.getByRole('button', { name: 'Replace', exact: true }).click();
    await page.getByRole('button', { name: 'fresh.ts', exact: true }).waitFor();
  }, 180_000);

  it('keeps undo over a reload', async () => {
    await workOn(page, 'sliding-window-rate-limiter');
    await goToFile(page, 'index.ts');
    const before = await readEditor(page);
    await write(page, 'const replaced = true;');
    await page.reload();
    await page.getByText('replaced').first().waitFor();
    await page.locator('.monaco-editor .view-lines').first().click();
    // Typing is taken back word by word.
    const words = 5;
    for (let word = 0; word < words; word += 1) await page.keyboard.press('Control+Z');
    await page.getByText('replaced').first().waitFor({ state: 'detached' });
    expect(await readEditor(page)).toBe(before);
    for (let word = 0; word < words; word += 1) await page.keyboard.press('Control+Shift+Z');
    await page.getByText('replaced').first().waitFor();
  }, 180_000);

  it('keeps offline work through a killed browser, and shows it on every machine after', async () => {
    // A browser listens for the loss of its network unless the server is "localhost".
    const link = assay.link('Candidate').replace('localhost', '127.0.0.1');
    const folder = await mkdtemp(join(tmpdir(), 'assay-profile-'));
    const end = async (there: Page, typed: string) => {
      await there.locator('.monaco-editor .view-lines').first().click();
      await there.keyboard.press('Control+End');
      await there.keyboard.type(typed);
    };
    const open = async (there: Page) => {
      there.setDefaultTimeout(45_000);
      await there.goto(link);
      await there.locator('.monaco-editor .view-line').first().waitFor();
      await workOn(there, 'customer-report');
      await goToFile(there, 'src/index');
      await there.getByText('Saved', { exact: true }).waitFor();
    };
    const elsewhere = page;
    await workOn(elsewhere, 'customer-report');

    const mine = await openProfile(folder);
    await open(mine);
    await mine.context().setOffline(true);
    await mine.getByText('Offline', { exact: true }).waitFor();
    await end(mine, '// before the cut');
    const counted = mine.getByText('Offline: 17 changes kept on this computer', { exact: true });
    await counted.waitFor();
    await mine.waitForFunction(countsWrittenDown, 17);
    await killBrowser(mine, folder);

    await goToFile(elsewhere, 'src/index');
    await end(elsewhere, '// elsewhere');
    await elsewhere.getByText('Saved', { exact: true }).waitFor();
    expect(await readEditor(elsewhere)).not.toContain('before the cut');

    const again = await openProfile(folder);
    again.setDefaultTimeout(45_000);
    let isCut = true;
    await again.routeWebSocket(/socket\.io/, (socket) => {
      if (isCut) void socket.close();
      else socket.connectToServer();
    });
    await again.goto(link);
    await again.getByText('Offline: 17 changes kept on this computer', { exact: true }).waitFor();
    isCut = false;
    await open(again);
    await elsewhere.getByText('before the cut').first().waitFor();
    for (const there of [again, elsewhere]) {
      const text = await readEditor(there);
      expect(text.split('before the cut')).toHaveLength(2);
      expect(text.split('elsewhere')).toHaveLength(2);
    }
    await again.context().setOffline(true);
    await again.getByText('Offline', { exact: true }).waitFor();
    await end(again, '!');
    await again.context().setOffline(false);
    await again.getByText('Reconnected, all saved', { exact: true }).waitFor();
    await again.context().close();
    await rm(folder, { recursive: true, force: true });
  }, 180_000);
});
