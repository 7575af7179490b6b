import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { HttpPerson } from './HttpPerson.ts';
import { readEditor, write } from './openWorkbench.ts';

const slug = 'warm-up';
/** Without a line that begins in a block: the editor would indent it once more. */
const program = `from collections import Counter
from web import App
app = App()
times = Counter()
def count(name): times[name] += 1; return times[name]
@app.get('/greetings/<name>')
def greet(name): return {'greeting': f'Hello, {name}!', 'times': count(name)}
`;

let assay: RunningAssay;
let browser: Browser;
beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

/** The link of a candidate whose assessment has one challenge, which Python is allowed in. */
async function inviteToPython(): Promise<string> {
  const admin = new HttpPerson(assay.link('Admin'));
  const token = assay.link('Admin').split('/').at(-1) ?? '';
  await admin.send('GET', `/api/auth/magic-link/verify?token=${token}`);
  const { id } = z.object({ id: z.string() }).parse(
    await admin.send('POST', '/api/assessments', {
      title: 'Any language',
      organisation: 'Northwind Robotics',
      clockMode: 'total',
      minutes: 60,
      policies: { aiAssistants: 'not_allowed', documentation: 'allowed', paste: 'allowed' },
      rules: [],
      recorded: [],
      feedback: { behaviours: true, comments: true, writeUp: false },
      review: { reviewers: 1, furtherAt: 2 },
      retentionDays: 30,
      interview: { sections: [] },
      challenges: [{ slug }],
    }),
  );
  const invited = await admin.send('POST', '/api/invitations', {
    assessmentId: id,
    candidateName: 'Pia Thon',
    candidateEmail: 'pia@list.test',
  });
  return z.object({ link: z.string() }).parse(invited).link;
}

it('lets a candidate choose Python, change to and fro without losing work, run and submit, and shows the reviewer Python', async () => {
  const link = await inviteToPython();
  const { page, complaints } = await openPage(browser);
  page.setDefaultTimeout(45_000);
  await page.goto(link);
  const offered = page.getByRole('radiogroup', { name: 'Language of Warm-up' });
  await offered.getByText('Python').click();
  const chosen = { name: 'Python', checked: true, disabled: false };
  await page.getByRole('radio', chosen).waitFor({ state: 'attached' });
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: /^Start, / }).click();

  const said = page.getByRole('status').filter({ hasText: /behaviours? holds?/ });
  await page.getByText('app = App()').first().waitFor();
  expect(await page.getByLabel('Status', { exact: true }).innerText()).toMatch(/Python\s+4 spaces/);
  await write(page, program);

  const language = page.getByRole('radiogroup', { name: 'Language of this challenge' });
  await language.getByText('TypeScript').click();
  await page
    .getByRole('tab', { name: 'src/index.ts' })
    .or(page.getByText('index.ts').first())
    .first()
    .waitFor();
  await language.getByText('Python').click();
  await page.getByText('times[name] += 1', { exact: false }).first().waitFor();
  expect(await readEditor(page)).toContain('Counter()');
  expect(await findBarriers(page)).toEqual([]);

  await page.keyboard.press('Control+Enter');
  await said.filter({ hasText: /^(All|Both)/ }).waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  await page.getByText('You have submitted, so the language stays.').waitFor();
  expect(complaints).toEqual([]);

  const staff = await openPage(browser);
  await staff.page.goto(assay.link('Reviewer'));
  await staff.page.getByRole('button', { name: 'Sign in' }).click();
  await staff.page.getByRole('row').filter({ hasText: 'Any language' }).getByRole('link').click();
  await staff.page.getByText('times[name] += 1', { exact: false }).first().waitFor();
  await staff.page.keyboard.press('d');
  await staff.page.getByText(/^1 file differs, \+\d+ −\d+$/).waitFor();
  expect(await findBarriers(staff.page)).toEqual([]);
  expect(staff.complaints).toEqual([]);
}, 180_000);
