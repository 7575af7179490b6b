import type { Page } from 'playwright-core';
import type { Tour } from '#e2e/pictures/Tour.ts';
import { plan } from './livePlan.ts';
import { openStage, shootSides, write } from './openStage.ts';

/** What interviewers have for themselves: plan, notes, signals and scorecard; and that nobody else has it. */
export async function interviewStop(tour: Tour): Promise<void> {
  const { camera } = tour;
  const session = { title: 'Retries, together', slug: 'orders-api', plan };
  const { host, candidate, observer } = await openStage(tour, session);
  const rail = host.getByRole('region', { name: 'Only interviewers see this' });
  await host.getByRole('tab', { name: 'Interview' }).click();
  await rail.getByRole('button', { name: /^Next: A retry/ }).click();
  await rail.getByLabel('What does the second request answer?').check();
  await camera.shoot(host, 'live-plan');
  await rail.getByRole('tab', { name: 'Notes' }).click();
  await rail.getByText('No notes yet').waitFor();
  await camera.shoot(host, 'live-notes-empty');
  const field = rail.getByLabel('New note');
  await field.fill(
    'Draws both cases before writing a line, and says which of them the client cannot tell apart.',
  );
  await field.press('Enter');
  await write(candidate, '// The number of an order is the client’s.\n');
  await field.fill('Asked what a client sees when the answer is lost.');
  await rail.getByRole('button', { name: /^Strong signal for Not knowing/ }).click();
  await rail
    .getByRole('button', { name: /^Weak signal for/ })
    .first()
    .click();
  await rail
    .getByRole('list', { name: 'My notes' })
    .getByText(/^Weak: /)
    .waitFor();
  await shootSides(camera, 'live-notes', { interviewer: host, candidate, observer });
  await scoreIt(tour, host);
  for (const page of [candidate, observer]) await page.context().close();
}

/** The scorecard: begun, lacking something, asked whether it is meant, handed in. */
async function scoreIt({ camera }: Tour, host: Page): Promise<void> {
  const rail = host.getByRole('region', { name: 'Only interviewers see this' });
  await rail.getByRole('tab', { name: 'Scorecard' }).click();
  const card = rail.getByRole('region', { name: 'My scorecard' });
  const groups = card.getByRole('radiogroup', { name: /^Score for/ });
  await groups.first().getByRole('radio', { name: '4' }).click();
  await card
    .getByLabel(/^Note for/)
    .first()
    .fill('Asked what a retry answers, before we did.');
  await rail.getByText(/^Draft saved/).waitFor();
  await camera.shoot(host, 'live-scorecard');
  const send = card.getByRole('button', { name: 'Submit scorecard' });
  await send.click();
  await card.getByRole('button', { name: 'Recommendation lacks a choice' }).waitFor();
  await camera.shoot(host, 'live-scorecard-lacks');
  await card.getByLabel('Strong yes').check();
  const unseen = card.getByRole('checkbox', { name: /could not be seen$/ });
  for (const box of (await unseen.all()).slice(1)) await box.check();
  await send.click();
  const sure = host.getByRole('dialog').getByRole('button', { name: 'Submit scorecard' });
  await sure.waitFor();
  await camera.shoot(host, 'live-scorecard-submitting');
  await sure.click();
  await card.getByText('You submitted your scorecard').waitFor();
  await camera.shoot(host, 'live-scorecard-submitted');
}
