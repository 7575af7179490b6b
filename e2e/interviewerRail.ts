import { expect } from '@jest/globals';
import type { LiveSession } from '@assay/contracts/http';
import type { Page } from 'playwright-core';
import { findBarriers } from './findBarriers.ts';

const anchors = { 1: 'Takes the task as it is.', 3: 'Asks.', 5: 'Finds what nobody said.' };
const plan = {
  sections: [
    { title: 'Warm-up', minutes: 5, questions: ['What did you work on last?'] },
    {
      title: 'Build it',
      minutes: 25,
      signals: ['Speaks of retries'],
      rubric: [{ id: 'scope', title: 'Scope', anchors }],
    },
  ],
};

/**
 * Uses the private side of a session that is open at the pad of an interviewer: the plan, notes with their moment,
 * signals by key, a scorecard; reloads in between, and submits. Nothing of it may be lost.
 */
export async function useInterviewerRail(page: Page): Promise<void> {
  await setPlan(page);
  const rail = page.getByRole('region', { name: 'Only interviewers see this' });
  const tab = (name: string) => rail.getByRole('tab', { name });
  await page.getByRole('tab', { name: 'Interview' }).click();
  await rail.getByRole('button', { name: 'Next: Build it, 25 min' }).waitFor();
  await rail.getByLabel('What did you work on last?').check();
  // Its keys are heard behind other tabs, too.
  await page.getByRole('tab', { name: 'People' }).click();
  await page.keyboard.press('Alt+Shift+N');
  await page.getByRole('tab', { name: 'Interview' }).click();
  await rail.getByText('Now: Build it').waitFor();
  await rail.getByText('Speaks of retries').waitFor();

  // Enter keeps a note; what is typed before a signal becomes what led to it.
  await tab('Notes').click();
  const field = rail.getByLabel('New note');
  await field.fill('Draws both cases.');
  await field.press('Enter');
  const scope = rail.getByRole('button', { name: /^Weak signal for Scope/ });
  const keys = await scope.getAttribute('aria-keyshortcuts');
  await field.fill('Could not say how.');
  await field.press(keys ?? '');
  await rail.getByRole('listitem').filter({ hasText: 'Weak: Scope' }).waitFor();
  await rail.getByRole('button', { name: /^Strong signal for Scope/ }).click();
  await rail.getByRole('button', { name: 'Undo' }).click();
  await rail.getByRole('list', { name: 'My notes' }).getByText('Strong: Scope').waitFor({
    state: 'detached',
  });
  await field.fill('Half a thought');
  expect(await findBarriers(page)).toEqual([]);

  await tab('Scorecard').click();
  const level = rail.getByRole('radiogroup', { name: 'Score for Scope' });
  await level.getByRole('radio', { name: '4' }).click();
  await rail.getByLabel('Note for Scope').fill('Asked what a retry answers.');
  await rail.getByText(/^Draft saved/).waitFor();
  expect(await findBarriers(page)).toEqual([]);

  await page.reload();
  await page.getByRole('tab', { name: 'Interview' }).click();
  await rail.getByText('1 of 1 asked').waitFor();
  await tab('Notes').click();
  await rail.getByText('Draws both cases.').waitFor();
  await rail.getByText('Could not say how.').first().waitFor();
  expect(await field.inputValue()).toBe('Half a thought');
  await tab('Scorecard').click();
  await level.getByRole('radio', { name: '4', checked: true }).waitFor();
  await submit(page);
}

/** Hands in a scorecard of which everything else could not be seen. */
async function submit(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: 'My scorecard' });
  const send = card.getByRole('button', { name: 'Submit scorecard' });
  await send.click();
  await card.getByRole('button', { name: 'Recommendation lacks a choice' }).click();
  await card.getByLabel('Strong yes').check();
  for (const box of await card.getByRole('checkbox', { name: /could not be seen$/ }).all()) {
    if ((await box.getAttribute('aria-label')) !== 'Scope could not be seen') await box.check();
  }
  await send.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit scorecard' }).click();
  await card.getByText('You submitted your scorecard').waitFor();
  await card.getByText('Asked what a retry answers.').waitFor();
}

/** Notes something once the session has ended, with the rail in front. */
export async function noteAfterTheEnd(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Notes' }).click();
  const field = page.getByLabel('New note');
  // What was begun before the end is about that moment.
  await field.fill('');
  await field.fill('Looked back.');
  await field.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'after the end' }).waitFor();
}

async function setPlan(page: Page): Promise<void> {
  const sessionId = new URL(page.url()).pathname.split('/')[2];
  const address = `/api/live/sessions/${sessionId}`;
  const { title, minutes, prepared } = (await request(page, 'GET', address)) as LiveSession;
  await request(page, 'PUT', address, { title, minutes, prepared, plan });
}

/** Sends a request as the page itself would. */
function request(page: Page, method: string, address: string, body?: object): Promise<unknown> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(where, {
        method: how,
        headers: { 'content-type': 'application/json' },
        ...(what !== undefined && { body: what }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    [method, address, body && JSON.stringify(body)] as const,
  );
}
