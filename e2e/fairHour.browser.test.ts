import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage, type Person } from './browser.ts';
import { findBarriers } from './findBarriers.ts';

let assay: RunningAssay;
let browser: Browser;
/** Signed in once: the link works no second time. */
let organiser: Person;

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
  organiser = await openPage(browser);
  organiser.page.setDefaultTimeout(45_000);
  await organiser.page.goto(assay.link('Admin'));
  await organiser.page.getByRole('button', { name: 'Sign in' }).click();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

/** The address at which a page learns its deadline and what time it is for the server. */
const isAttempt = /\/api\/attempts\/[^/]+$/;

/** Lets the server's clock, as this page hears it, stand just below `minutes` before the deadline. */
async function moveServersClock(page: Page, minutes: number): Promise<void> {
  await page.unroute(isAttempt);
  await page.route(isAttempt, async (route) => {
    const answer = await route.fetch();
    const attempt = (await answer.json()) as { deadline: string };
    const serverNow = new Date(
      Date.parse(attempt.deadline) - minutes * 60_000 + 2_000,
    ).toISOString();
    await route.fulfill({ response: answer, json: { ...attempt, serverNow } });
  });
  // Whoever comes back to the page asks for the time anew. This computer's clock is set meanwhile, which must not matter.
  await page.evaluate(`{
    const now = Date.now.bind(Date);
    Date.now = () => now() + 10_000;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }`);
}

/** Pastes into what has the focus, as the browser does with what another program copied. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }`);
}

describe('a fair hour', () => {
  it('lets a candidate practise and ask before the start, gives time that is shown, and lets them withdraw', async () => {
    const { page, complaints } = await openPage(browser);
    const barriers: string[] = [];
    page.setDefaultTimeout(45_000);
    await page.goto(assay.link('Candidate'));
    await page.getByText('AI assistants: not allowed').waitFor();
    await page.getByText('Documentation: allowed').waitFor();
    await page.getByText(/^Live connection opened in/).waitFor();
    expect(await page.getByLabel('Your link').inputValue()).toContain('/c/');

    await page.getByRole('link', { name: 'Try the editor first' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('1 of 2 behaviours hold.', { exact: false }).first().waitFor();
    barriers.push(...(await findBarriers(page)));
    await page.getByRole('link', { name: 'Back to the lobby' }).click();

    await page.getByRole('button', { name: 'Ask a question' }).click();
    await page.getByLabel('Your question').fill('May I use a second screen?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('list', { name: 'Messages' }).getByText('second screen').waitFor();
    await page.keyboard.press('Escape');

    await organiser.page.getByRole('link', { name: /^Questions/ }).click();
    await organiser.page.getByLabel('Answer to Noor Haddad').fill('Yes, of course.');
    await organiser.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByRole('button', { name: '1 new answer' }).click();
    await page.getByText('Yes, of course.').waitFor();
    barriers.push(...(await findBarriers(page)));
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Start, / }).click();
    const clock = page.getByRole('button', { name: /Time left/ });
    await clock.getByText('3 h').waitFor();
    await organiser.page.getByRole('link', { name: 'Candidates' }).click();
    await organiser.page
      .getByRole('region', { name: 'Started' })
      .getByRole('button', { name: 'Actions for Noor Haddad' })
      .click();
    await organiser.page.getByRole('menuitem', { name: 'Time' }).click();
    await organiser.page.getByLabel('Why').fill('Your fire alarm rang.');
    await organiser.page.getByRole('button', { name: 'Give 5 minutes' }).click();
    await page.getByText('5 minutes added: given by the organiser.').waitFor();
    await clock.getByText('3 h 5 min').waitFor();
    await clock.click();
    await page.getByText('“Your fire alarm rang.”').waitFor();
    barriers.push(...(await findBarriers(page)), ...(await findBarriers(organiser.page)));
    await page.keyboard.press('Escape');

    // A screen reader hears what becomes of an element that was there before, and only of such a one.
    const aloud = await page.locator('[aria-live="polite"][data-news="clock"]').elementHandle();
    for (const [left, said] of [
      [10, '10 minutes left. Your work is handed in by itself at the end.'],
      [5, '5 minutes left. Your work is handed in by itself at the end.'],
      [1, 'One minute left. What is saved when it is over is handed in for you.'],
    ] as const) {
      await moveServersClock(page, left);
      await page.getByText(said).waitFor();
      expect(await aloud?.textContent()).toBe(said);
      expect(await clock.innerText()).toMatch(new RegExp(`^Time left:\\s+[0-${left - 1}]:\\d\\d`));
    }
    barriers.push(...(await findBarriers(page)));
    await page.unroute(isAttempt);

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Withdraw' }).click();
    await page.getByLabel('A word to the organiser').fill('I took another offer.');
    await page.getByLabel('I want to withdraw for good').check();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('heading', { name: 'You have withdrawn' }).waitFor();
    await organiser.page.keyboard.press('Escape');
    await organiser.page.getByRole('link', { name: /^Questions/ }).click();
    await organiser.page.getByText('I took another offer.').waitFor();
    await organiser.page.getByText('Withdrawn', { exact: true }).waitFor();
    barriers.push(...(await findBarriers(organiser.page)), ...(await findBarriers(page)));
    expect(barriers).toEqual([]);
    expect([...complaints, ...organiser.complaints]).toEqual([]);
  }, 180_000);

  it('gives each challenge its own clock where the assessment says so, and a rest between them', async () => {
    const { page, complaints } = await openPage(browser, { colorScheme: 'dark' });
    page.setDefaultTimeout(45_000);
    await organiser.page.getByRole('link', { name: 'Assessments' }).click();
    expect(await findBarriers(organiser.page)).toEqual([]);
    await organiser.page.getByRole('link', { name: 'Backend engineer, two short tasks' }).click();
    await organiser.page.getByRole('switch', { name: 'Pasting from elsewhere' }).click();
    expect(await findBarriers(organiser.page)).toEqual([]);
    await organiser.page.getByRole('button', { name: 'Save', exact: true }).click();
    await organiser.page.getByText('Nothing is changed yet.').waitFor();
    await organiser.page.getByRole('link', { name: 'Invite', exact: true }).click();
    const form = organiser.page.getByRole('dialog');
    await form.getByLabel('Name').fill('Sam Okafor');
    await form.getByLabel('Email').fill('sam@demo.example');
    await form.getByLabel('Time', { exact: true }).selectOption('200');
    await form.getByRole('button', { name: 'Make the link' }).click();
    const link = organiser.page.getByLabel('Link', { exact: true });
    await link.waitFor();

    await page.goto(await link.inputValue());
    await page.getByText('AI assistants: allowed').waitFor();
    await page.getByText('Pasting from elsewhere: not allowed').waitFor();
    await page.getByRole('button', { name: 'Start, 150 minutes' }).click();
    await page.getByRole('heading', { name: 'Ready for the first one?' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start, 80 minutes' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page
      .getByRole('button', { name: /Time left/ })
      .getByText('80 min')
      .waitFor();

    // What was copied here goes into the editor; what comes from elsewhere does not, and it is said.
    const code = page.locator('.monaco-editor .view-lines').first();
    await code.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+End');
    const place = page.getByText(/^Line \d+, column/);
    const before = await place.innerText();
    await pasteText(page, 'const from = "elsewhere";\n');
    await page.getByText('Not pasted', { exact: true }).waitFor();
    expect(await place.innerText()).toBe(before);
    await page.keyboard.press('Control+V');
    await place.getByText(before).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Hand in this challenge' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('button', { name: 'Start, 70 minutes' }).waitFor();
    expect(complaints).toEqual([]);

    // The invitation has locked the assessment: a change makes its next version.
    await organiser.page.keyboard.press('Escape');
    await organiser.page.getByRole('link', { name: 'Assessments' }).click();
    await organiser.page.getByRole('link', { name: 'Backend engineer, two short tasks' }).click();
    await organiser.page.getByText('A person was invited to version 1', { exact: false }).waitFor();
    expect(await organiser.page.getByRole('textbox', { name: 'Title' }).isDisabled()).toBe(true);
    await organiser.page.getByRole('button', { name: 'Change it: makes version 2' }).click();
    await organiser.page.getByRole('textbox', { name: 'Title' }).fill('Two short tasks');
    await organiser.page.getByLabel('What is new in it').fill('A shorter name.');
    expect(await findBarriers(organiser.page)).toEqual([]);
    await organiser.page.getByRole('button', { name: 'Make version 2' }).click();
    await organiser.page.getByRole('heading', { name: 'Two short tasks', level: 1 }).waitFor();
    await organiser.page.getByText('A shorter name.').waitFor();
    expect(organiser.complaints).toEqual([]);
  }, 180_000);
});
