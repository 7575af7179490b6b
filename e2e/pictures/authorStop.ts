import type { Tour } from './Tour.ts';

/** What authors see of challenges, from the list to the history. */
export async function authorStop({ camera, organiser: page, address }: Tour): Promise<void> {
  await page.goto(address('/challenges'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'author-list');
  await page.getByRole('textbox', { name: 'Search by title or skill' }).fill('cobol');
  await page
    .getByText('0 challenges')
    .or(page.getByRole('heading', { level: 2 }))
    .first()
    .waitFor();
  await camera.shoot(page, 'author-list-nothing');
  await page.goto(address('/challenges/cache-stampede'));
  const editor = page.locator('.monaco-editor .view-lines').first();
  const files = page.getByRole('navigation', { name: 'Files', exact: true });
  await editor.waitFor();
  await camera.shoot(page, 'author-bench', { contrast: true });
  await files.getByTitle('solution/src/index.ts').click();
  await page.waitForTimeout(500);
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText("\nthrow new Error('broken by its author');\n");
  await page.getByText('1 file edited').waitFor();
  await page.getByRole('button', { name: 'Verify' }).click();
  const checks = page.getByRole('tabpanel', { name: /^Checks/ });
  await checks.getByText('One check does not hold.').waitFor();
  await camera.shoot(page, 'author-verify-failed');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /edits away/ }).click();
  await files.getByTitle('README.md').click();
  await page.waitForTimeout(500);
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\nOne more sentence for the candidate.\n');
  await page.getByRole('button', { name: 'Verify' }).click();
  await checks.getByText(/^The reference passes/).waitFor();
  await camera.shoot(page, 'author-verify-running');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await checks.getByText('Given up before the end.').waitFor();
  await camera.shoot(page, 'author-verify-cancelled');
  await page.getByRole('button', { name: 'Save version' }).click();
  await page.getByRole('dialog').getByLabel('Note').fill('Say it in one more sentence');
  await camera.shoot(page, 'author-save');
  await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
  await page.getByText('New invitations still get an earlier version.').waitFor();
  await camera.shoot(page, 'author-saved');
  await page.getByRole('link', { name: 'History' }).click();
  await page.locator('.monaco-diff-editor .view-line').first().waitFor();
  await camera.shoot(page, 'author-history');
}
