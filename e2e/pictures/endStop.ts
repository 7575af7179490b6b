import { paneByKey } from '#e2e/keyboard.ts';
import { chooseFrom, newPage, type Tour } from './Tour.ts';

/** The clock, a lost connection, small windows, and how the hour ends. */
export async function endStop({ browser, camera, invite }: Tour): Promise<void> {
  const page = await newPage(browser);
  // A browser listens for the loss of its network unless the server is "localhost".
  await page.goto((await invite('Aiko Tanaka')).replace('localhost', '127.0.0.1'));
  await page.getByRole('button', { name: /^Start, / }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const home = page.url().split('?')[0] ?? '';
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: /Time left/ }).click();
  await camera.shoot(page, 'end-clock');
  await page.keyboard.press('Escape');
  await page.context().setOffline(true);
  await page.getByText('Offline', { exact: true }).waitFor();
  await paneByKey(page, 'editor');
  await page.keyboard.type('// ');
  await page.getByText(/Offline: \d+ changes kept/).waitFor();
  await camera.shoot(page, 'end-offline', { contrast: true });
  await page.context().setOffline(false);
  await page.getByText('Reconnected, all saved', { exact: true }).waitFor();

  await page.setViewportSize({ width: 640, height: 400 });
  await page.screenshot({ path: camera.path('end-zoomed') });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('heading', { name: 'This screen is too small to work on' }).waitFor();
  await page.screenshot({ path: camera.path('end-telephone') });
  await page.setViewportSize({ width: 1280, height: 800 });

  for (const [minutes, name] of [
    [4.2, 'end-last-minutes'],
    [-0.1, 'end-over'],
  ] as const) {
    const late = await page.context().newPage();
    late.setDefaultTimeout(60_000);
    await late.route(/\/api\/attempts\/[^/]+$/, async (route) => {
      const answer = await route.fetch();
      const attempt = (await answer.json()) as { deadline?: string };
      await route.fulfill({
        response: answer,
        json: { ...attempt, deadline: new Date(Date.now() + minutes * 60_000).toISOString() },
      });
    });
    await late.goto(home);
    await late.locator('.monaco-editor .view-line').first().waitFor();
    await camera.shoot(late, name);
    await late.close();
  }

  await chooseFrom(page, 'Hand in and finish');
  await page.getByRole('button', { name: 'Hand in', exact: true }).waitFor();
  await camera.shoot(page, 'end-hand-in');
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('heading', { name: 'Feedback' }).waitFor();
  await camera.shoot(page, 'done-waiting', { whole: true });
}
