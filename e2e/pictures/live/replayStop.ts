import type { Tour } from '#e2e/pictures/Tour.ts';

/** The recording of a session of the demo: its timeline, runs, sharing, and what somebody sees with whom it is shared. */
export async function replayStop({ camera, address, signedIn }: Tour): Promise<void> {
  const host = await signedIn('Interviewer');
  await host.goto(address('/live'));
  await host.getByRole('link', { name: 'Circuit breaker, together' }).first().click();
  await host.getByRole('link', { name: 'Replay' }).first().waitFor();
  await camera.shoot(host, 'live-session-over', { whole: true });
  await host.getByRole('link', { name: 'Replay' }).first().click();
  const slider = host.getByRole('slider', { name: 'Moment of the recording' });
  await host.locator('.view-line').first().waitFor();
  await slider.press('Home');
  await camera.shoot(host, 'live-replay-start');
  await slider.press('r');
  await host.getByRole('region', { name: 'The last run until this moment' }).waitFor();
  await camera.shoot(host, 'live-replay-run', { contrast: true });
  await slider.press('End');
  await camera.shoot(host, 'live-replay-end');
  await host.getByRole('button', { name: 'Share' }).click();
  const dialog = host.getByRole('dialog');
  await dialog
    .getByRole('combobox', { name: 'Member of staff' })
    .selectOption({ label: 'Rahel Moser' });
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await host.getByRole('list', { name: 'Shared with' }).getByRole('listitem').waitFor();
  await camera.shoot(host, 'live-replay-share');

  const reviewer = await signedIn('Reviewer');
  await reviewer.goto(new URL(host.url()).href);
  await reviewer.locator('.view-line').first().waitFor();
  await reviewer.getByRole('slider', { name: 'Moment of the recording' }).press('End');
  await camera.shoot(reviewer, 'live-replay-shared');
}
