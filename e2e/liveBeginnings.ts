import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HttpPerson } from './HttpPerson.ts';

/** Hands something in by a candidate's link, over HTTP; answers the attempt's id. */
async function handIn(link: string, files: Record<string, string>): Promise<string> {
  const person = new HttpPerson(link);
  const token = link.split('/').at(-1);
  const opened = await person.send('POST', '/api/candidate/session', { token });
  const { attemptId } = opened as { attemptId: string };
  const path = `/api/attempts/${attemptId}`;
  await person.send('POST', `${path}/start`, {});
  await person.send('PUT', `${path}/workspaces/orders-api`, { files });
  await person.send('POST', `${path}/finish`, {});
  return attemptId;
}

/** From the desk of a candidate who has handed in to a session with them, in which both find that work and go on with it. */
export async function goOnFromSubmission(host: Page, candidate: Page, link: string): Promise<void> {
  const attemptId = await handIn(link, { 'src/index.ts': '// as handed in\n' });
  await host.goto(new URL(`/review/${attemptId}?challenge=orders-api`, link).href);
  await host.getByRole('link', { name: 'Continue live' }).click();
  const dialog = host.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'The submission', checked: true }).waitFor();
  await dialog.getByRole('button', { name: 'Prepare it' }).click();
  await host.getByText('as handed in', { exact: false }).first().waitFor();
  await host.getByRole('button', { name: 'Add and make a link' }).click();
  const invitation = await host.getByRole('textbox', { name: /^Link of / }).inputValue();
  await host.getByRole('link', { name: 'Open the pad, unseen' }).click();
  await shows(host, '// as handed in');

  // Who waits hears that it has begun.
  await candidate.goto(invitation);
  await candidate.getByText('The session begins when an interviewer starts it.').waitFor();
  await host.getByRole('button', { name: 'Start the session' }).click();
  await candidate.getByText('The session has begun.').waitFor();
  await host
    .getByRole('button', { name: /^Let in/ })
    .first()
    .click();
  await shows(candidate, '// as handed in');
  await candidate.locator('.monaco-editor .view-lines').first().click();
  await candidate.keyboard.press('Control+End');
  await candidate.keyboard.type('// and on');
  await shows(host, '// and on');
  await host.getByRole('tab', { name: 'Interview' }).click();
  await host.getByRole('region', { name: 'Only interviewers see this' }).waitFor();
  expect(await candidate.getByRole('tab', { name: 'Interview' }).count()).toBe(0);
}

const shows = (page: Page, text: string) =>
  page.locator('.view-line', { hasText: text }).first().waitFor();
