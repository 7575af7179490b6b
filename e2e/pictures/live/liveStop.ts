import type { Page } from 'playwright-core';
import { newPage, type Tour } from '#e2e/pictures/Tour.ts';
import { plan, prepared } from './livePlan.ts';
import { bringUp, openFile, prepareStage, shootSides, type Stage, write } from './openStage.ts';

/** A live session, from all sides: its page, the waiting room, the pad, what interviewers decide, the board, focus time, its end. */
export async function liveStop(tour: Tour): Promise<void> {
  const { browser, camera, address, signedIn } = tour;
  const host = await signedIn('Interviewer');
  await host.goto(address('/live'));
  await host.getByRole('button', { name: 'Prepare a session' }).first().click();
  await host.getByRole('dialog').getByRole('textbox', { name: 'Title' }).waitFor();
  await camera.shoot(host, 'live-new');

  const session = { title: 'Orders, together', slug: 'orders-api', plan, prepared };
  const stage = await prepareStage(tour, session);
  const [candidate, observer, stranger] = await Promise.all(
    ['', '', ''].map(() => newPage(browser)),
  );
  if (!candidate || !observer || !stranger) throw new Error('Three pages were asked for.');
  await arrive(tour, stage, { candidate, observer, stranger });
  await lead(tour, stage, { candidate, observer });
  await drawAndFocus(tour, stage, { candidate, observer });

  await host.getByRole('button', { name: 'End', exact: true }).click();
  await host.getByRole('button', { name: 'End for all' }).waitFor();
  await camera.shoot(host, 'live-ending');
  await host.getByRole('button', { name: 'End for all' }).click();
  await candidate.getByRole('heading', { name: 'The session has ended' }).waitFor();
  await camera.shoot(candidate, 'live-end');
  await host.getByText('This session has ended.').waitFor();
  await camera.shoot(host, 'live-ended');
  for (const page of [candidate, observer, stranger]) await page.context().close();
}

type Guests = { candidate: Page; observer: Page };

/** From the session's page through the waiting room to the pad; somebody is turned away, and a link leads nowhere. */
async function arrive(
  { camera, address }: Tour,
  { id, host, invite }: Stage,
  { candidate, observer, stranger }: Guests & { stranger: Page },
): Promise<void> {
  const noor = await invite('candidate', 'Noor Haddad');
  const mallory = await invite('candidate', 'Mallory Moss');
  const oda = await invite('observer', 'Oda Berg');
  await host.goto(address('/live'));
  await host.getByRole('link', { name: 'Orders, together' }).first().waitFor();
  await camera.shoot(host, 'live-sessions');
  await host.goto(address(`/live/${id}`));
  await host.getByText('Noor Haddad').first().waitFor();
  await camera.shoot(host, 'live-session', { whole: true });

  await stranger.goto(`${mallory.link}x`);
  await stranger.getByRole('heading', { name: 'We do not know this link' }).waitFor();
  await camera.shoot(stranger, 'live-link-unknown');
  await Promise.all([candidate.goto(noor.link), observer.goto(oda.link)]);
  await stranger.goto(mallory.link);
  for (const page of [candidate, observer, stranger])
    await page.getByText('You are in the waiting room').waitFor();
  await shootSides(camera, 'live-waiting', { candidate, observer });
  await host.goto(address(`/live/${id}/pad`));
  await host.locator('.monaco-editor .view-line').first().waitFor();
  for (const name of ['Noor Haddad', 'Mallory Moss', 'Oda Berg'])
    await host.getByText(`${name} waits to be let in.`).waitFor();
  await camera.shoot(host, 'live-pad-unseen');

  await host.getByRole('button', { name: 'Turn away: Mallory Moss' }).first().click();
  await stranger.getByRole('heading', { name: 'The session is not open to you' }).waitFor();
  await camera.shoot(stranger, 'live-turned-away');
  for (const name of ['Noor Haddad', 'Oda Berg']) {
    await host
      .getByRole('button', { name: `Let in at the start: ${name}` })
      .first()
      .click();
    await host
      .getByRole('button', { name: `Let in at the start: ${name}` })
      .first()
      .waitFor({ state: 'detached' });
  }
  await shootSides(camera, 'live-let-in', { interviewer: host, candidate });
  await host.getByRole('button', { name: 'Start the session' }).click();
  for (const page of [candidate, observer])
    await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** At the pad: cursors, people, a locked file, held edits, prepared files, another name of a file, no connection. */
async function lead(
  { camera }: Tour,
  { host }: Stage,
  { candidate, observer }: Guests,
): Promise<void> {
  await write(host, '// What does the second request answer?\n');
  await write(candidate, '// The same as the first: its number is kept.\n');
  for (const page of [host, observer])
    await page.locator('[class*=caret] span', { hasText: 'Noor Haddad' }).waitFor();
  await host.getByRole('tab', { name: 'Interview' }).click();
  await camera.shoot(host, 'live-pad-interviewer', { contrast: true });
  await host.getByRole('tab', { name: 'People' }).click();
  await camera.shoot(host, 'live-pad-people');
  await camera.shoot(candidate, 'live-pad-candidate', { contrast: true });
  await camera.shoot(observer, 'live-pad-observer');
  await host.getByRole('button', { name: 'Follow Noor Haddad' }).click();
  await camera.shoot(host, 'live-following');

  await host.keyboard.press('Alt+2');
  await candidate.getByRole('button', { name: 'incident.md', exact: true }).click();
  await host.getByRole('tab', { name: 'Prepared' }).click();
  await shootSides(camera, 'live-prepared', { interviewer: host, candidate });
  await host.getByRole('tab', { name: 'People' }).click();
  await host.getByRole('button', { name: 'Lock incident.md' }).click();
  await candidate.getByRole('img', { name: 'Locked' }).first().waitFor();
  await write(candidate, 'x');
  await candidate.getByText('This file is locked by an interviewer.').first().waitFor();
  await shootSides(camera, 'live-locked', { interviewer: host, candidate });
  const mayEdit = host.getByRole('switch', { name: 'May edit: Noor Haddad' });
  await mayEdit.click({ force: true });
  await candidate.getByText('An interviewer holds your edits').first().waitFor();
  await shootSides(camera, 'live-frozen', { interviewer: host, candidate });
  await mayEdit.click({ force: true });
  await candidate
    .getByText('An interviewer holds your edits')
    .first()
    .waitFor({ state: 'detached' });

  await candidate.context().setOffline(true);
  await candidate.getByText('Offline', { exact: true }).waitFor();
  await openFile(candidate, 'app.ts');
  await write(candidate, '// Written on a train.\n');
  await candidate.getByText(/changes kept on this computer/).waitFor();
  await shootSides(camera, 'live-offline', { interviewer: host, candidate });
  await candidate.context().setOffline(false);
  await candidate.getByText('Saved', { exact: true }).waitFor();
}

/** The whiteboard of all sides, a focus time of all sides, and its replay; an observer is taken out. */
async function drawAndFocus(
  { camera, address }: Tour,
  { id, host }: Stage,
  { candidate, observer }: Guests,
): Promise<void> {
  for (const page of [host, candidate, observer]) await bringUp(page, 'Whiteboard');
  for (const shape of ['Service', 'Queue', 'Database'])
    await candidate.getByRole('button', { name: shape, exact: true }).click();
  for (const page of [host, observer])
    await page
      .getByRole('listitem')
      .getByText('Database', { exact: true })
      .waitFor({ state: 'attached' });
  await shootSides(camera, 'live-board', { interviewer: host, candidate, observer });
  await host.getByText('Both', { exact: true }).first().click();
  await camera.shoot(host, 'live-both');
  for (const page of [host, candidate, observer]) await bringUp(page, 'Code');

  await candidate.getByRole('button', { name: 'Focus time' }).click();
  await candidate.getByRole('menuitem', { name: 'Ask for 10 minutes' }).click();
  await host.getByRole('button', { name: 'Give 10 minutes' }).waitFor();
  await shootSides(camera, 'live-focus-asked', { interviewer: host, candidate });
  await host.getByRole('button', { name: 'Give 10 minutes' }).click();
  await host.getByRole('heading', { name: 'Noor Haddad has focus time' }).waitFor();
  await write(candidate, '// In quiet: the number is the key.\n');
  await candidate.getByText('Saved', { exact: true }).waitFor();
  await shootSides(camera, 'live-focus', { interviewer: host, candidate, observer });
  await candidate.getByRole('button', { name: 'End it now' }).click();
  await host.getByRole('button', { name: 'Replay the focus time' }).waitFor();
  await camera.shoot(host, 'live-focus-over');
  await host.getByRole('button', { name: 'Replay the focus time' }).click();
  const shown = host.getByRole('dialog', { name: 'Replay of the focus time' });
  await shown.locator('.view-line', { hasText: '// In quiet' }).waitFor();
  await camera.shoot(host, 'live-focus-replay');
  await shown.getByRole('button', { name: 'Back to the pad' }).click();

  await host.goto(address(`/live/${id}`));
  await host.getByRole('button', { name: 'Take out Oda Berg' }).click();
  await host.getByRole('button', { name: 'Take out', exact: true }).last().waitFor();
  await camera.shoot(host, 'live-taking-out');
  await host.getByRole('button', { name: 'Take out', exact: true }).last().click();
  await observer.getByText('You were taken out of this session.').waitFor();
  await camera.shoot(observer, 'live-taken-out');
  await host.goto(address(`/live/${id}/pad`));
  await host.locator('.monaco-editor .view-line').first().waitFor();
}
