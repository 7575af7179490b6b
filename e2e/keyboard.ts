import type { Locator, Page } from 'playwright-core';

/** More stops of the tabulator than any page of ours has. */
const maxPresses = 120;

/** Moves the focus to an element as somebody without a mouse does; fails when the tabulator never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.and(page.locator(':enabled')).waitFor({ state: 'attached' });
  for (let press = 0; press <= maxPresses; press += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator never reaches ${target.toString()}.`);
}

/** Moves the focus into a pane of the workbench by F6. */
export async function paneByKey(page: Page, pane: string): Promise<void> {
  const has = `document.querySelector('[data-pane="${pane}"]')?.contains(document.activeElement) ?? false`;
  for (let press = 0; press <= maxPresses; press += 1) {
    if (await page.evaluate<boolean>(has)) return;
    await page.keyboard.press('F6');
  }
  throw new Error(`F6 never reaches the pane "${pane}".`);
}
