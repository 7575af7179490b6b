import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { noteAfterTheEnd, useInterviewerRail } from './interviewerRail.ts';

let assay: RunningAssay;
let browser: Browser;

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

it('takes two people from a prepared session through waiting room, pad and focus time to its end', async () => {
  const { page: host, complaints } = await openPage(browser, { width: 1440, height: 900 });
  const noor = await openPage(browser, { colorScheme: 'dark' });
  for (const page of [host, noor.page]) page.setDefaultTimeout(45_000);
  const link = await prepare(host);
  await meet(host, noor.page, link);
  await workTogether(host, noor.page);
  await lead(host, noor.page);
  await focus(host, noor.page);
  await useInterviewerRail(host);
  expect(await noor.page.getByRole('tab', { name: 'Interview' }).count()).toBe(0);
  await end(host, noor.page);
  await noteAfterTheEnd(host);
  expect([...complaints, ...noor.complaints]).toEqual([]);
}, 240_000);

/** Prepares a session and a link, and writes into it unseen; answers the path of the link. */
async function prepare(host: Page): Promise<string> {
  await host.goto(assay.link('Interviewer'));
  await host.getByRole('button', { name: 'Sign in' }).click();
  await host.getByRole('link', { name: 'Live' }).click();
  await host.getByRole('button', { name: 'Prepare a session' }).first().click();
  const dialog = host.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Orders, together');
  await dialog.getByRole('combobox', { name: 'Challenge' }).selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Prepare it' }).click();

  await host.getByRole('textbox', { name: 'Name' }).fill('Noor Haddad');
  await host.getByRole('button', { name: 'Add and make a link' }).click();
  const link = await host.getByRole('textbox', { name: 'Link of Noor Haddad' }).inputValue();
  await host.getByRole('button', { name: 'Add a section' }).click();
  await host.getByRole('textbox', { name: 'Section 1' }).fill('Warm-up');
  await host.getByRole('button', { name: 'Save the plan' }).click();
  await host.getByRole('button', { name: 'Save the plan', disabled: true }).waitFor();
  await host.getByRole('button', { name: 'Set files aside' }).click();
  await host.getByRole('textbox', { name: 'Set 1' }).fill('Follow-up: bursts');
  await host.getByRole('textbox', { name: 'File', exact: true }).fill('src/burst.ts');
  await host
    .getByRole('textbox', { name: 'Content of src/burst.ts' })
    .fill('export const burst = 5;');
  await host.getByRole('button', { name: 'Save the files' }).click();
  await host.getByRole('button', { name: 'Save the files', disabled: true }).waitFor();
  expect(await findBarriers(host)).toEqual([]);

  await host.getByRole('link', { name: 'Open the pad, unseen' }).click();
  await host.locator('.monaco-editor .view-line').first().waitFor();
  await type(host, '// prepared\n');
  await host.getByText('Saved', { exact: true }).waitFor();
  return new URL(link).pathname;
}

async function meet(host: Page, candidate: Page, link: string): Promise<void> {
  await candidate.goto(new URL(link, host.url()).href);
  await candidate.getByText('You are in the waiting room, Noor Haddad.').waitFor();
  await candidate.getByText('Ivo Petrov invites you to').waitFor();
  expect(await findBarriers(candidate)).toEqual([]);
  await host.getByRole('button', { name: 'Let Noor Haddad in' }).first().click();
  await host.getByText('Comes in when you start').first().waitFor();
  await host.getByRole('button', { name: 'Start the session' }).click();
  await line(candidate, '// prepared').waitFor();
}

/** They see each other type, each undoes what is their own, and one follows the other. */
async function workTogether(host: Page, candidate: Page): Promise<void> {
  await type(candidate, '// hers\n');
  await line(host, '// hers').waitFor();
  await host.locator('[class*=caret] span', { hasText: 'Noor Haddad' }).waitFor();
  await type(host, '// mine');
  await line(candidate, '// mine').waitFor();
  await host.keyboard.press('Control+Z');
  await line(candidate, '// mine').waitFor({ state: 'detached' });
  expect(await line(candidate, '// hers').count()).toBe(1);

  await host.getByRole('button', { name: 'Follow Noor Haddad' }).click();
  await candidate.getByRole('button', { name: 'app.ts', exact: true }).first().click();
  await host.getByText('candidate, in src/app.ts').waitFor();
  await host.locator('[aria-current=true]', { hasText: 'app.ts' }).first().waitFor();
  await candidate.getByText('Whiteboard', { exact: true }).click();
  await host.locator('canvas.interactive').waitFor();
  await candidate.getByRole('button', { name: 'Queue', exact: true }).click();
  await host
    .getByRole('listitem')
    .getByText('Queue', { exact: true })
    .waitFor({ state: 'attached' });
  for (const page of [candidate, host]) await page.getByText('Code', { exact: true }).click();
  // The canvas is Excalidraw's; what is on it stands beside it as a list.
  expect(await findBarriers(host)).toEqual([]);
}

/** What an interviewer decides: files by one key, a locked file, held edits. */
async function lead(host: Page, candidate: Page): Promise<void> {
  await host.keyboard.press('Alt+1');
  await candidate.getByRole('button', { name: 'burst.ts', exact: true }).click();
  await line(candidate, 'burst = 5').waitFor();
  await host.getByRole('button', { name: 'Lock src/burst.ts' }).click();
  await candidate.getByRole('img', { name: 'Locked' }).first().waitFor();
  await type(candidate, 'x');
  await candidate.getByText('This file is locked by an interviewer.').first().waitFor();
  await host.getByRole('button', { name: 'Lock src/burst.ts', pressed: true }).click();
  await host.getByRole('switch', { name: 'May edit' }).click({ force: true });
  await candidate.getByText('An interviewer holds your edits').first().waitFor();
  await host.getByRole('switch', { name: 'May edit' }).click({ force: true });
  await candidate
    .getByText('An interviewer holds your edits')
    .first()
    .waitFor({ state: 'detached' });
}

async function focus(host: Page, candidate: Page): Promise<void> {
  await candidate.getByRole('button', { name: 'Focus time' }).click();
  await candidate.getByRole('menuitem', { name: 'Ask for 10 minutes' }).click();
  await host.getByRole('button', { name: 'Give 10 minutes' }).click();
  await host.getByRole('heading', { name: 'Noor Haddad has focus time' }).waitFor();
  await candidate.getByText('Nobody receives what you type or draw until it ends.').waitFor();
  await type(candidate, '// quiet\n');
  await candidate.getByText('Saved', { exact: true }).waitFor();
  expect(await findBarriers(candidate)).toEqual([]);
  await candidate.getByRole('button', { name: 'End it now' }).click();
  await host
    .getByRole('button', { name: /^burst\.ts/ })
    .first()
    .click();
  await line(host, '// quiet').waitFor();
}

async function end(host: Page, candidate: Page): Promise<void> {
  await host.getByRole('button', { name: 'End', exact: true }).click();
  await host.getByRole('button', { name: 'End for all' }).click();
  await candidate.getByRole('heading', { name: 'The session has ended' }).waitFor();
  await host.getByText('This session has ended.').waitFor();
  await candidate.reload();
  await candidate.getByText('This session has ended.').waitFor();
}

/** Types at the beginning of the open file. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}

function line(page: Page, text: string) {
  return page.locator('.view-line', { hasText: text });
}
