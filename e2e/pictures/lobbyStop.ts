import { newPage, type Tour } from './Tour.ts';

/** Before the clock runs. */
export async function lobbyStop({
  browser,
  camera,
  invite,
  organiser,
  address,
}: Tour): Promise<void> {
  const page = await newPage(browser);
  await page.goto(await invite('Mira Lindqvist'));
  await page.getByText(/^Live connection opened in/).waitFor();
  await camera.shoot(page, 'lobby', { whole: true });
  await camera.shoot(page, 'lobby-first-view');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'lobby-settings');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByLabel('Your question').waitFor();
  await camera.shoot(page, 'questions-empty');
  await page.getByLabel('Your question').fill('May I use a second screen?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('list', { name: 'Messages' }).getByText('second screen').waitFor();
  await organiser.goto(address('/admin/questions'));
  await organiser.getByLabel('Answer to Mira Lindqvist').fill('Yes, of course.');
  await organiser.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByText('Yes, of course.').waitFor();
  await camera.shoot(page, 'questions');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'I do not want to take part' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'lobby-withdraw');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 640, height: 400 });
  await page.screenshot({ path: camera.path('lobby-zoomed'), fullPage: true });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.screenshot({ path: camera.path('lobby-telephone'), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('link', { name: 'Every kind of data' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await camera.shoot(page, 'lobby-record', { whole: true });
  await page.goBack();
  await page.getByRole('link', { name: 'Try the editor first' }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('1 of 2 behaviours hold.', { exact: false }).first().waitFor();
  await camera.shoot(page, 'practice');

  const blocked = await newPage(browser);
  await blocked
    .context()
    .addInitScript(
      'delete window.indexedDB; Date.now = ((now) => () => now() - 400_000)(Date.now)',
    );
  await blocked.route('**/socket.io/**', (route) => route.abort());
  await blocked.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await blocked.goto(await invite('Ben Adler', 'Backend engineer, two short tasks'));
  await blocked.getByText('The live connection does not open.', { exact: false }).waitFor();
  await camera.shoot(blocked, 'lobby-problems', { whole: true });
  await blocked.getByRole('button', { name: /^Start, / }).click();
  await blocked.getByRole('heading', { name: 'Ready for the first one?' }).waitFor();
  await camera.shoot(blocked, 'separate-clocks');
}
