import type { Page } from 'playwright-core';
import { chooseFrom, newPage, type Tour } from './Tour.ts';

/** From the inbox to feedback that is released, and what its candidate sees then. */
export async function reviewStop({
  browser,
  camera,
  invite,
  organiser,
  signedIn,
  address,
}: Tour): Promise<void> {
  const candidate = await newPage(browser);
  await candidate.goto(await invite('Elif Kaya'));
  await candidate.getByRole('button', { name: /^Start, / }).click();
  await candidate.locator('.monaco-editor .view-line').first().waitFor();
  const home = candidate.url().split('?')[0] ?? '';
  await candidate.keyboard.press('Control+Shift+Enter');
  await candidate
    .getByRole('dialog')
    .getByRole('button', { name: /submit/i })
    .click();
  await candidate
    .getByText(/behaviours hold/)
    .first()
    .waitFor();
  await chooseFrom(candidate, 'Hand in and finish');
  await candidate.getByRole('button', { name: 'Hand in', exact: true }).click();
  await candidate.getByRole('heading', { name: 'Feedback' }).waitFor();

  const page = await signedIn('Reviewer');
  await page.getByRole('row').nth(1).waitFor();
  await camera.shoot(page, 'review-inbox');
  await page.goto(address('/review?search=nobody-at-all'));
  await page
    .getByText('Nothing', { exact: false })
    .or(page.getByRole('heading', { level: 2 }))
    .first()
    .waitFor();
  await camera.shoot(page, 'review-inbox-nothing');
  await page.goto(address('/review'));

  await page
    .getByRole('row')
    .filter({ hasText: 'Customer report' })
    .getByRole('link', { name: /^Candidate / })
    .first()
    .click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await camera.shoot(page, 'review-desk', { contrast: true });
  await page.getByRole('tab', { name: 'Evidence' }).click();
  await page.getByRole('heading', { name: 'How it was written' }).waitFor();
  await page.getByRole('heading', { name: 'Work that resembles this' }).waitFor();
  await camera.shoot(page, 'review-evidence');
  await page.getByRole('tab', { name: 'Code' }).click();
  await page.getByRole('link', { name: /Customer report/ }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await camera.shoot(page, 'review-desk-failing');
  await readTheWork(page, camera);
  await page
    .getByRole('button', { name: /submit/i })
    .last()
    .click();
  await page
    .getByText(/things are missing/)
    .first()
    .waitFor();
  await camera.shoot(page, 'review-missing');
  const scores = page.getByRole('radiogroup');
  const notes = page.getByRole('textbox', { name: /^Note for/ });
  for (const [challenge] of [[/Sliding/], [/Orders/], [/Customer/]] as const) {
    await page
      .getByRole('navigation', { name: 'Challenges' })
      .getByRole('link', { name: challenge })
      .click();
    await notes.first().waitFor();
    for (let index = 0; index < (await scores.count()); index += 1) {
      await scores.nth(index).getByRole('radio', { name: '4' }).click();
      await notes
        .nth(index)
        .fill('The boundaries of the window are handled where they are computed.');
    }
  }
  await camera.shoot(page, 'review-scored');
  await page
    .getByRole('button', { name: /submit/i })
    .last()
    .click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'review-submit');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /submit/i })
    .click();
  await page.getByText('You submitted this review', { exact: false }).waitFor();
  await camera.shoot(page, 'review-graded');
  await page.getByRole('button', { name: 'Release feedback' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('About the whole').fill('A calm and clear solution.');
  await camera.shoot(page, 'review-release');
  await dialog.getByRole('button', { name: 'Release to the candidate' }).click();
  await page.getByText('Feedback was released', { exact: false }).waitFor();
  await camera.shoot(page, 'review-released');

  await page.goto(address('/review'));
  await page
    .getByRole('row')
    .filter({ hasText: 'Invited' })
    .getByRole('link', { name: /^Candidate / })
    .first()
    .click();
  await page.getByRole('heading', { name: /^Candidate / }).waitFor();
  await camera.shoot(page, 'review-nothing-yet');

  await page.goto(address(`/review/${home.split('/').pop() ?? ''}`));
  await page.getByRole('heading', { name: /^Candidate / }).waitFor();
  await gradeAll(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Elif Kaya' }).waitFor();
  await page.getByRole('button', { name: 'Release feedback' }).click();
  await dialog
    .getByLabel('About the whole')
    .fill('A calm and clear solution. The edges of the window deserve a second look.');
  await dialog.getByRole('button', { name: 'Release to the candidate' }).click();
  await page.getByText('Feedback was released', { exact: false }).waitFor();
  await candidate.reload();
  await candidate.getByText('A calm and clear solution.', { exact: false }).waitFor();
  await camera.shoot(candidate, 'done-feedback', { whole: true });
  await candidate.getByText('How its author solves it').first().click();
  await camera.shoot(candidate, 'done-write-up', { whole: true });
  await candidate.getByRole('link', { name: 'See what we recorded' }).click();
  await candidate.getByRole('button', { name: 'Ask for erasure' }).waitFor();
  await camera.shoot(candidate, 'record', { whole: true });
  await camera.shoot(candidate, 'record-first-view');
  await candidate.emulateMedia({ colorScheme: 'dark' });
  await candidate.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await candidate.pdf({ path: camera.path('record-printed', 'pdf') });
  await candidate.emulateMedia({ colorScheme: null });
  await candidate.setViewportSize({ width: 640, height: 400 });
  await candidate.screenshot({ path: camera.path('record-zoomed'), fullPage: true });
  await candidate.setViewportSize({ width: 1280, height: 800 });
  await candidate.getByRole('button', { name: 'Ask for erasure' }).click();
  await camera.shoot(candidate, 'record-erasure');
  await candidate.getByRole('dialog').getByRole('button', { name: 'Ask for erasure' }).click();
  await candidate.getByText('You asked for erasure on', { exact: false }).waitFor();
  await camera.shoot(candidate, 'record-asked');

  await organiser.goto(address('/admin/erasures'));
  await organiser
    .getByRole('button', { name: /^Erase/ })
    .first()
    .waitFor();
  await camera.shoot(organiser, 'admin-erasures');
  await organiser.getByRole('button', { name: 'Erase Elif Kaya' }).click();
  await organiser.getByRole('dialog').waitFor();
  await camera.shoot(organiser, 'admin-erase');
  await organiser.getByLabel('Type Elif Kaya to go on').fill('Elif Kaya');
  await organiser.getByRole('button', { name: 'Erase for good' }).click();
  await organiser.getByText('by an admin', { exact: false }).waitFor();
  await camera.shoot(organiser, 'admin-erased');
  await candidate.goto(home);
  await candidate.getByRole('heading', { level: 1 }).waitFor();
  await camera.shoot(candidate, 'done-erased');
  await page.reload();
  await page.getByText('The person and the work are erased', { exact: false }).waitFor();
  await camera.shoot(page, 'review-erased');

  const leaver = await newPage(browser);
  await leaver.goto(await invite('Pavel Novak'));
  await leaver.getByRole('button', { name: 'I do not want to take part' }).click();
  await leaver.getByLabel('I want to withdraw for good').check();
  await leaver.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await leaver.getByRole('heading', { name: 'You have withdrawn' }).waitFor();
  await camera.shoot(leaver, 'done-withdrawn');
}

/** Comments on lines, what changed, a copy, and the keys of the desk. */
async function readTheWork(page: Page, camera: Tour['camera']): Promise<void> {
  await page.locator('.view-line').nth(9).click();
  await page.keyboard.press('c');
  await page.keyboard.type('Parsed once, at the border, and typed from here on.');
  await page.getByText('Draft saved', { exact: false }).waitFor();
  await camera.shoot(page, 'review-comment-form');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article', { name: /^You, Line/ }).waitFor();
  await camera.shoot(page, 'review-comment');
  await page.getByRole('tab', { name: /^Comments/ }).click();
  await camera.shoot(page, 'review-comments');
  await page.keyboard.press('d');
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
  await camera.shoot(page, 'review-changes', { contrast: true });
  await page.getByRole('combobox', { name: 'What this submission is held against' }).click();
  await page.getByRole('option', { name: 'Beside the author’s solution' }).click();
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
  await camera.shoot(page, 'review-reference');
  await page.keyboard.press('d');
  await page.keyboard.press('e');
  await page.getByText('Your copy.').waitFor();
  await page.locator('.view-line').nth(9).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText("\n    if (req.query) throw new Error('not today');");
  await camera.shoot(page, 'review-copy');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/ holds? no longer, /).waitFor();
  await camera.shoot(page, 'review-copy-run');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'review-keys');
  await page.keyboard.press('Escape');
}

type Graded = { challenges: { slug: string; rubric: { id: string }[] }[] };

/** Submits a review of the attempt that is on the desk. */
async function gradeAll(page: Page): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  const url = `${origin}/api/review/attempts/${pathname.split('/').pop() ?? ''}`;
  const attempt = (await (await page.request.get(url)).json()) as Graded;
  const scores = attempt.challenges.flatMap(({ slug: challenge, rubric }) =>
    rubric.map(({ id: criterion }) => ({
      challenge,
      criterion,
      score: 4,
      note: 'Seen in the code.',
    })),
  );
  await page.request.post(`${url}/review`, { data: { scores }, headers: { origin } });
}
