import type { Page } from 'playwright-core';
import { newPage, signIn, type Tour } from './Tour.ts';

const plan = {
  sections: [
    { title: 'Warm-up', minutes: 5, questions: ['What did you work on last?'] },
    {
      title: 'A retry that is safe',
      minutes: 30,
      questions: ['What does the second request answer?'],
      signals: ['Asks what a client sees', 'Speaks of time-outs before being asked'],
    },
    { title: 'Your questions', minutes: 10 },
  ],
};
const prepared = [
  {
    id: crypto.randomUUID(),
    title: 'Follow-up: bursts',
    files: { 'src/burst.ts': 'export const burst = 5;\n' },
  },
];

/** A live session, from both sides: its page, the waiting room, the pad, the board, focus time, and its end. */
export async function liveStop({ assay, browser, camera, address }: Tour): Promise<void> {
  const host = await signIn(browser, assay.link('Interviewer'));
  const candidate = await newPage(browser);
  await host.goto(address('/live'));
  await host.getByRole('button', { name: 'Prepare a session' }).first().click();
  await host.getByRole('dialog').getByRole('textbox', { name: 'Title' }).waitFor();
  await camera.shoot(host, 'live-new');

  const { id, link } = await prepare(host, address);
  await host.goto(address('/live'));
  await host.getByRole('link', { name: 'Orders, together' }).first().waitFor();
  await camera.shoot(host, 'live-sessions');
  await host.goto(address(`/live/${id}`));
  await host.getByText('Noor Haddad').first().waitFor();
  await camera.shoot(host, 'live-session', { whole: true });

  await candidate.goto(link);
  await candidate.getByText('You are in the waiting room').waitFor();
  await camera.shoot(candidate, 'live-waiting');
  await host.goto(address(`/live/${id}/pad`));
  await host.locator('.monaco-editor .view-line').first().waitFor();
  await host.getByText('Noor Haddad waits to be let in.').waitFor();
  await camera.shoot(host, 'live-pad-unseen');

  await host.getByRole('button', { name: 'Let Noor Haddad in' }).first().click();
  await host.getByRole('button', { name: 'Start the session' }).click();
  await candidate.locator('.monaco-editor .view-line').first().waitFor();
  await write(host, '// What does the second request answer?\n');
  await write(candidate, '// The same as the first: its number is kept.\n');
  await host.locator('[class*=caret] span', { hasText: 'Noor Haddad' }).waitFor();
  await host.getByRole('tab', { name: 'Interview' }).click();
  await camera.shoot(host, 'live-pad-interviewer', { contrast: true });
  await host.getByRole('tab', { name: 'People' }).click();
  await camera.shoot(host, 'live-pad-people');
  await camera.shoot(candidate, 'live-pad-candidate', { contrast: true });

  for (const page of [host, candidate])
    await page.getByText('Whiteboard', { exact: true }).first().click();
  for (const shape of ['Service', 'Queue', 'Database'])
    await candidate.getByRole('button', { name: shape, exact: true }).click();
  await host
    .getByRole('listitem')
    .getByText('Database', { exact: true })
    .waitFor({ state: 'attached' });
  await camera.shoot(host, 'live-board');
  for (const page of [host, candidate])
    await page.getByText('Code', { exact: true }).first().click();

  await candidate.getByRole('button', { name: 'Focus time' }).click();
  await candidate.getByRole('menuitem', { name: 'Ask for 10 minutes' }).click();
  await host.getByRole('button', { name: 'Give 10 minutes' }).waitFor();
  await camera.shoot(host, 'live-focus-asked');
  await host.getByRole('button', { name: 'Give 10 minutes' }).click();
  await host.getByRole('heading', { name: 'Noor Haddad has focus time' }).waitFor();
  await camera.shoot(host, 'live-focus-interviewer');
  await camera.shoot(candidate, 'live-focus-candidate');
  await candidate.getByRole('button', { name: 'End it now' }).click();

  await host.getByRole('button', { name: 'End', exact: true }).click();
  await host.getByRole('button', { name: 'End for all' }).waitFor();
  await camera.shoot(host, 'live-ending');
  await host.getByRole('button', { name: 'End for all' }).click();
  await candidate.getByRole('heading', { name: 'The session has ended' }).waitFor();
  await camera.shoot(candidate, 'live-end');
  await host.getByText('This session has ended.').waitFor();
  await camera.shoot(host, 'live-ended');
}

/** A session with a plan, files set aside and somebody to interview. */
async function prepare(
  host: Page,
  address: (path: string) => string,
): Promise<{ id: string; link: string }> {
  const post = async <Answer>(path: string, data: object): Promise<Answer> => {
    const answer = await host.request.post(address(`/api/live/sessions${path}`), {
      headers: { origin: new URL(address('/')).origin },
      data,
    });
    if (!answer.ok()) throw new Error(`Preparing a session failed: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const from = { kind: 'challenge', slug: 'orders-api' };
  const session = { title: 'Orders, together', minutes: 60, from, plan, prepared };
  const { id } = await post<{ id: string }>('', session);
  const person = { role: 'candidate', name: 'Noor Haddad' };
  const { link } = await post<{ link: string }>(`/${id}/participants`, person);
  return { id, link };
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}
