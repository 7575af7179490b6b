import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage, type Person } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { eraseSession, type Guests, inviteGuests, receiveGuests } from './liveGuests.ts';
import { goOnFromSubmission } from './liveBeginnings.ts';
import { noteAfterTheEnd, useInterviewerRail } from './interviewerRail.ts';

let assay: RunningAssay;
let browser: Browser;
/** An interviewer, signed in. */
let interviewer: Person;

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
  interviewer = await openPage(browser, { width: 1440, height: 900 });
  interviewer.page.setDefaultTimeout(45_000);
  await interviewer.page.goto(assay.link('Interviewer'));
  await interviewer.page.getByRole('button', { name: 'Sign in' }).click();
  await interviewer.page.getByRole('link', { name: 'Live' }).waitFor();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

it('takes two people from a prepared session through waiting room, pad and focus time to its end', async () => {
  const { page: host, complaints } = interviewer;
  const noor = await openPage(browser, { colorScheme: 'dark' });
  noor.page.setDefaultTimeout(45_000);
  const { link, guests } = await prepare(host);
  await meet(host, noor.page, link);
  await workTogether(host, noor.page);
  complaints.push(...(await receiveGuests(browser, host, noor.page, guests, assay.link('Admin'))));
  noor.page = await closeTheLaptop(host, noor.page, link);
  await lead(host, noor.page);
  await runTogether(host, noor.page);
  await focus(host, noor.page);
  await useInterviewerRail(host);
  expect(await noor.page.getByRole('tab', { name: 'Interview' }).count()).toBe(0);
  await end(host, noor.page);
  await noteAfterTheEnd(host);
  await replay(host);
  await eraseSession(host, title);
  // That there was no network for a while is no complaint about a page.
  const isOfPages = (complaint: string) => !complaint.includes('ERR_INTERNET_DISCONNECTED');
  expect([...complaints, ...noor.complaints].filter(isOfPages)).toEqual([]);
}, 300_000);

it('goes on live from what a candidate has handed in, with the plan of their assessment', async () => {
  const candidate = await openPage(browser);
  candidate.page.setDefaultTimeout(45_000);
  await goOnFromSubmission(interviewer.page, candidate.page, assay.link('Candidate'));
  expect(candidate.complaints).toEqual([]);
}, 180_000);

const title = 'Orders and retries, together';

/** Prepares a session and links, and writes into it unseen; answers the paths of the links. */
async function prepare(host: Page): Promise<{ link: string; guests: Guests }> {
  await host.getByRole('link', { name: 'Live' }).click();
  await host.getByRole('button', { name: 'Prepare a session' }).first().click();
  const dialog = host.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Orders, together');
  await dialog.getByRole('combobox', { name: 'Challenge' }).selectOption('orders-api');
  await dialog.getByRole('button', { name: 'Prepare it' }).click();

  await host.getByRole('textbox', { name: 'Name' }).fill('Noor Haddad');
  await host.getByRole('button', { name: 'Add and make a link' }).click();
  const link = await host.getByRole('textbox', { name: 'Link of Noor Haddad' }).inputValue();
  const guests = await inviteGuests(host, title);
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
  return { link: new URL(link).pathname, guests };
}

async function meet(host: Page, candidate: Page, link: string): Promise<void> {
  await candidate.goto(new URL(link, host.url()).href);
  await candidate.getByText('You are in the waiting room, Noor Haddad.').waitFor();
  await candidate
    .getByText(/(Ivo Petrov and Ada Brandt|Ada Brandt and Ivo Petrov) invite you to/)
    .waitFor();
  await candidate.getByText(title).first().waitFor();
  expect(await findBarriers(candidate)).toEqual([]);
  await host.getByRole('button', { name: 'Let in at the start: Noor Haddad' }).first().click();
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
  await candidate.locator('canvas.interactive').hover({ position: { x: 500, y: 400 } });
  await host.getByRole('region', { name: 'Whiteboard' }).getByText('Noor Haddad').waitFor();
  await host
    .getByRole('listitem')
    .getByText('Queue', { exact: true })
    .waitFor({ state: 'attached' });
  for (const page of [candidate, host]) await page.getByText('Code', { exact: true }).click();
  // The canvas is Excalidraw's; what is on it stands beside it as a list.
  expect(await findBarriers(host)).toEqual([]);
}

/** What is typed without a connection comes through a page that is closed; answers the page that is opened after it. */
async function closeTheLaptop(host: Page, candidate: Page, link: string): Promise<Page> {
  const context = candidate.context();
  await context.setOffline(true);
  await candidate.getByText('Offline', { exact: true }).waitFor();
  await type(candidate, '// offline\n');
  await candidate.getByText('Offline: 11 changes kept on this computer').waitFor();
  await candidate.close();
  await context.setOffline(false);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto(new URL(link, host.url()).href);
  await page
    .getByRole('button', { name: /^app\.ts/ })
    .first()
    .click();
  for (const side of [page, host]) await line(side, '// offline').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  return page;
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
  await host.getByRole('switch', { name: 'May edit: Noor Haddad' }).click({ force: true });
  await candidate.getByText('nothing of yours is lost').waitFor();
  await type(candidate, 'held');
  await host.getByRole('switch', { name: 'May edit: Noor Haddad' }).click({ force: true });
  await candidate.getByText('nothing of yours is lost').waitFor({ state: 'detached' });

  await type(candidate, '// given back\n');
  await openBurst(host);
  await line(host, '// given back').waitFor();
  expect(await line(host, 'held').count()).toBe(0);
}

const openBurst = (page: Page) =>
  page
    .getByRole('button', { name: /^burst\.ts/ })
    .first()
    .click();

/** A test that is added on the spot, run for both to see; hidden tests, of which one of them learns nothing; a request. */
async function runTogether(host: Page, candidate: Page): Promise<void> {
  await host.keyboard.press('Alt+T');
  await candidate.getByRole('img', { name: 'A test' }).first().waitFor();
  await candidate.keyboard.press('Control+Enter');
  for (const page of [host, candidate]) await page.getByText('from the workspace').waitFor();
  await host.getByText('Noor Haddad ran the tests').first().waitFor();
  await host.keyboard.press('Control+Shift+Enter');
  await host.getByText('You ran the hidden tests').first().waitFor();

  await candidate.getByRole('tab', { name: 'HTTP' }).click();
  await candidate.getByRole('textbox', { name: 'Path' }).fill('/nowhere');
  await candidate.getByRole('button', { name: 'Send' }).click();
  await host.getByRole('tab', { name: 'HTTP' }).click();
  const response = host.getByRole('region', { name: 'Response' });
  await response.getByText('404', { exact: true }).waitFor();
  expect(await findBarriers(host)).toEqual([]);
  await candidate.getByRole('tab', { name: /^History/ }).click();
  expect(await candidate.getByRole('row').count()).toBe(3);
  expect(await candidate.getByText(/hidden tests/i).count()).toBe(0);
  await openBurst(host);
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
  await openBurst(host);
  await line(host, '// quiet').waitFor();

  // What was done meanwhile, with one press.
  await host.getByRole('button', { name: 'Replay the focus time' }).click();
  const shown = host.getByRole('dialog', { name: 'Replay of the focus time' });
  await shown.locator('.view-line', { hasText: '// quiet' }).waitFor();
  await shown.getByRole('slider', { name: 'Moment of the recording' }).press('Home');
  await shown.locator('.view-line', { hasText: '// quiet' }).waitFor({ state: 'detached' });
  await shown.getByRole('button', { name: 'Back to the pad' }).click();
}

async function end(host: Page, candidate: Page): Promise<void> {
  await host.getByRole('button', { name: 'End', exact: true }).click();
  await host.getByRole('button', { name: 'End for all' }).click();
  await candidate.getByRole('heading', { name: 'The session has ended' }).waitFor();
  await host.getByText('This session has ended.').waitFor();
  await candidate.reload();
  await candidate.getByText('This session has ended.').waitFor();
}

/** From a note to its moment over the pad, then the whole session on a page of its own. */
async function replay(host: Page): Promise<void> {
  await host
    .getByRole('button', { name: /^Show \d.* in the replay$/ })
    .last()
    .click();
  const slider = host.getByRole('slider', { name: 'Moment of the recording' });
  await host.getByRole('dialog').locator('li[data-state=now]', { hasText: 'both cases' }).waitFor();
  await host.getByRole('button', { name: 'Back to the pad' }).click();

  await host.getByRole('link', { name: 'Replay' }).click();
  await line(host, '// prepared').waitFor();
  expect(await line(host, '// hers').count()).toBe(0);
  await slider.press('End');
  await line(host, '// quiet').waitFor();
  await host.locator('[class*=caret] span', { hasText: 'Noor Haddad' }).waitFor();
  await slider.press('Home');
  await host.getByRole('combobox', { name: 'Speed' }).selectOption('32');
  await host.getByRole('button', { name: 'Play', exact: true }).click();
  await line(host, '// quiet').waitFor();
  await slider.press('Home');
  await slider.press('r');
  await host.getByRole('region', { name: 'The last run until this moment' }).waitFor();
  await slider.press('Home');
  await slider.press('n');
  await host.locator('li[data-state=now]', { hasText: 'Asked' }).waitFor();
  await host.getByText('Whiteboard', { exact: true }).click();
  await host.locator('canvas.interactive').waitFor();
  await slider.press('End');
  await host
    .getByRole('region', { name: 'Whiteboard' })
    .getByText('Queue')
    .waitFor({ state: 'attached' });
  await host.getByText('Code', { exact: true }).click();
  await host.getByRole('button', { name: 'Share' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click();
  await host.getByRole('list', { name: 'Shared with' }).getByRole('listitem').waitFor();
  expect(await findBarriers(host)).toEqual([]);
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
