import type { Browser, Page } from 'playwright-core';
import type { RunningAssay } from './assay.ts';
import { openPage, type Person } from './browser.ts';

/** A candidate in front of the editor, in the challenge `slug`. */
export async function openWorkbench(
  assay: RunningAssay,
  browser: Browser,
  slug: string,
): Promise<Person> {
  const person = await openPage(browser);
  const { page } = person;
  // The editor's worker, the judge and the browser share one machine here.
  page.setDefaultTimeout(45_000);
  await page.goto(assay.link('Candidate'));
  const start = page.getByRole('button', { name: /^Start, / });
  const lines = page.locator('.monaco-editor .view-line');
  await start.or(lines.first()).first().waitFor();
  if ((await start.count()) > 0) await start.click();
  await lines.first().waitFor();
  await workOn(page, slug);
  return person;
}

/** Goes to a challenge from another one, as candidates do: the editor stays as it is, and all panels begin anew. */
export async function workOn(page: Page, slug: string): Promise<void> {
  const tab = page.locator(`nav[aria-label=Challenges] a[href$="?challenge=${slug}"]`);
  await tab.click();
  await tab.and(page.locator('[aria-current=page]')).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Replaces all that is in the open file, as somebody would who pastes, and waits until it is saved. */
export async function write(page: Page, code: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
  await page.getByText('Saved', { exact: true }).waitFor();
}

/** Opens a file by a few letters of its name. */
export async function goToFile(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.getByRole('combobox', { name: "Part of a file's name" }).fill(letters);
  await page.keyboard.press('Enter');
}

/** What the open file holds, as the editor shows it, without its line numbers. */
export async function readEditor(page: Page): Promise<string> {
  const lines = await page.locator('.monaco-editor .view-lines').first().innerText();
  return lines.replaceAll('\u00a0', ' ');
}
