import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openPage, type Person } from './browser.ts';
import { findBarriers } from './findBarriers.ts';

/** A name that would hide the page if it were taken for style or markup. */
const oda = 'Oda “;}*{display:none}” <b>Berg</b>';

/** The links of those whom `inviteGuests` invited, as paths. */
export type Guests = { observer: string; stranger: string };

/** On a session's page: gives it another title, and invites an observer, somebody by mistake, and a second interviewer. */
export async function inviteGuests(host: Page, title: string): Promise<Guests> {
  const about = host.getByRole('region', { name: 'Title and time' });
  await about.getByRole('textbox', { name: 'Title' }).fill(title);
  await about.getByRole('button', { name: 'Save' }).click();
  await host.getByRole('heading', { name: title }).waitFor();
  const stranger = await invite(host, 'Mallory Moss');
  await host.getByText('Observer', { exact: true }).click();
  const observer = await invite(host, oda);
  await host.getByText('Member of staff', { exact: true }).click();
  await host.getByRole('combobox', { name: 'Member' }).selectOption({ label: 'Ada Brandt' });
  await host.getByRole('button', { name: 'Add', exact: true }).click();
  await host.getByRole('button', { name: 'Take out Ada Brandt' }).waitFor();
  return { observer, stranger };
}

async function invite(host: Page, name: string): Promise<string> {
  await host.getByRole('textbox', { name: 'Name' }).fill(name);
  await host.getByRole('button', { name: 'Add and make a link' }).click();
  const link = await host.getByRole('textbox', { name: `Link of ${name}` }).inputValue();
  return new URL(link).pathname;
}

/**
 * While `host` and `candidate` are at the pad: a second interviewer comes in, somebody is turned away, and an observer is let in, is
 * visible to all, sees and cannot write, and is taken out. Answers what their pages complained of.
 */
export async function receiveGuests(
  browser: Browser,
  host: Page,
  candidate: Page,
  { observer, stranger }: Guests,
  adminLink: string,
): Promise<string[]> {
  const [ada, mallory, watcher] = await Promise.all([
    openPage(browser),
    openPage(browser, { width: 800, height: 600 }),
    openPage(browser),
  ]);
  const guests: Person[] = [ada, mallory, watcher];
  for (const { page } of guests) page.setDefaultTimeout(45_000);
  const { href } = new URL(host.url());
  await ada.page.goto(adminLink);
  await ada.page.getByRole('button', { name: 'Sign in' }).click();
  await ada.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await ada.page.goto(href);
  await shows(ada.page, '// hers');
  await candidate
    .getByRole('list', { name: 'People in this session' })
    .getByText('Ada Brandt')
    .waitFor();
  await ada.page.getByRole('tab', { name: 'Interview' }).waitFor();

  await mallory.page.goto(new URL(stranger, href).href);
  await host.getByRole('button', { name: 'Turn away: Mallory Moss' }).first().click();
  await mallory.page.getByRole('heading', { name: 'The session is not open to you' }).waitFor();
  await host.getByText('candidate, turned away').waitFor();

  await watcher.page.goto(new URL(observer, href).href);
  await ada.page.getByRole('tab', { name: 'People' }).click();
  await ada.page
    .getByRole('button', { name: `Let in: ${oda}` })
    .first()
    .click();
  await shows(watcher.page, '// hers');
  await candidate
    .getByRole('list', { name: 'People in this session' })
    .getByText(oda, { exact: true })
    .waitFor();
  expect(await watcher.page.getByRole('tab', { name: 'Interview' }).count()).toBe(0);
  await watcher.page.locator('.monaco-editor .view-lines').first().click();
  await watcher.page.keyboard.type('// not hers\n');
  await ada.page.locator('.monaco-editor .view-lines').first().click();
  await ada.page.keyboard.press('Control+Home');
  await ada.page.keyboard.type('// ours\n');
  await shows(watcher.page, '// ours');
  expect(await watcher.page.locator('.view-line', { hasText: '// not hers' }).count()).toBe(0);
  expect(await findBarriers(watcher.page)).toEqual([]);

  await ada.page.goto(pageOf(href));
  await ada.page.getByRole('button', { name: `Take out ${oda}` }).click();
  await ada.page.getByRole('button', { name: 'Take out', exact: true }).last().click();
  await watcher.page.getByText('You were taken out of this session.').waitFor();
  for (const { page } of guests) await page.context().close();
  return guests.flatMap(({ complaints }) => complaints);
}

/** Erases a session that is over, from its page. */
export async function eraseSession(host: Page, title: string): Promise<void> {
  await host.goto(pageOf(host.url()));
  await host.getByRole('button', { name: 'Erase this session' }).click();
  await host.getByRole('textbox', { name: 'Type the title to erase it' }).fill(title);
  await host.getByRole('button', { name: 'Erase it' }).click();
  await host.waitForURL((url) => url.pathname === '/live');
  await host.getByRole('heading', { name: 'Live' }).first().waitFor();
  expect(await host.getByText(title).count()).toBe(0);
}

const shows = (page: Page, text: string) =>
  page.locator('.view-line', { hasText: text }).first().waitFor();

/** The page of a session, from one of the pages under it. */
const pageOf = (url: string) => /^.*\/live\/[^/]+/.exec(url)?.[0] ?? url;
