import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateFeedback, CandidateSubmission } from '@assay/contracts/http';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { HttpPerson } from './HttpPerson.ts';
import { referenceInOneFile } from './referenceInOneFile.ts';

let assay: RunningAssay;
let browser: Browser;
beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const slug = 'sliding-window-rate-limiter';
const candidate = { name: 'Juno Whitfield', email: 'juno@hiring.test' };

/** A page of somebody of staff, by the link that signs them in. */
async function staff(link: string) {
  const person = await openPage(browser, { width: 1920, height: 1080 });
  // The desk brings an editor, which takes its time on a busy machine.
  person.page.setDefaultTimeout(60_000);
  await person.page.goto(link);
  await person.page.getByRole('button', { name: 'Sign in' }).click();
  await person.page.getByRole('heading', { name: 'Reviews' }).waitFor();
  return person;
}

/** What a candidate would do in the editor, done over HTTP: the reference, handed in and judged. */
async function handIn(link: string): Promise<{ person: HttpPerson; path: string; id: string }> {
  const person = new HttpPerson(link);
  const opened = await person.send('POST', '/api/candidate/session', {
    token: link.split('/').at(-1),
  });
  const { attemptId: id } = z.object({ attemptId: z.string() }).parse(opened);
  const path = `/api/attempts/${id}`;
  await person.send('POST', `${path}/start`, {});
  const files = {
    'src/index.ts': "export * from './limiter.ts';\n",
    'src/limiter.ts': await referenceInOneFile(slug),
  };
  await person.send('PUT', `${path}/workspaces/${slug}`, { files });
  await person.send('POST', `${path}/finish`, {});
  for (;;) {
    const found = await person.send('GET', `${path}/submissions`);
    const [last] = z.array(CandidateSubmission).parse(found);
    await delay(50);
    if (last?.state !== 'judged') continue;
    expect(last.verdict?.status).toBe('passed');
    break;
  }
  return { person, path, id };
}

/** Reviews on the desk, giving every criterion the same score, and submits it. */
async function reviewOnDesk(page: Page, score: number, note: string): Promise<void> {
  const scores = page.getByRole('radiogroup');
  const notes = page.getByRole('textbox', { name: /^Note for/ });
  await notes.first().waitFor();
  expect(await scores.count()).toBe(await notes.count());
  for (let index = 0; index < (await scores.count()); index += 1) {
    await scores
      .nth(index)
      .getByRole('radio', { name: String(score) })
      .click();
    await notes.nth(index).fill(note);
  }
  await page
    .getByRole('button', { name: /submit/i })
    .last()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /submit/i })
    .click();
  await page.getByText('You submitted this review', { exact: false }).waitFor();
}

/** Goes from where a module is named into its file, which is only read. */
async function followToDefinition(page: Page): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Open files' });
  await tabs.getByRole('button', { name: 'index.ts' }).click();
  const lines = page.locator('.monaco-editor .view-lines').first();
  await lines.getByText('limiter.ts', { exact: false }).first().click();
  const opened = tabs.locator('[aria-current]').filter({ hasText: 'limiter.ts' });
  // Until types are there, the key does nothing.
  for (let tries = 0; (await opened.count()) === 0 && tries < 120; tries += 1) {
    await page.keyboard.press('F12');
    await delay(500);
  }
  await opened.waitFor();
}

/** Adds a reviewer, and returns the link that signs them in. */
async function addReviewer(admin: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase()}@staff.test`;
  return admin.evaluate(
    async (member) => {
      const response = await fetch('/api/members', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(member),
      });
      return ((await response.json()) as { link: string }).link;
    },
    { name, email, role: 'reviewer' },
  );
}

describe('hiring somebody', () => {
  it('goes from a role to a decision by three reviewers, to feedback and a report, and to forgetting', async () => {
    const { page: admin, complaints } = await staff(assay.link('Admin'));
    const open = (path: string) => admin.goto(new URL(path, assay.link('Admin')).href);

    await open('/admin/roles/new');
    await admin.getByRole('textbox', { name: 'Title' }).fill('Gateway engineer');
    await admin.getByRole('textbox', { name: 'Who hires' }).fill('Harbour Freight');
    await admin.getByRole('button', { name: 'Add a skill' }).click();
    await admin.getByRole('combobox', { name: 'Name of skill 1' }).fill('Resilience');
    await admin.getByRole('button', { name: 'Make the role' }).click();
    await admin.getByRole('heading', { name: 'Gateway engineer', level: 1, exact: true }).waitFor();

    await open('/admin/assessments/new');
    await admin.getByRole('textbox', { name: 'Title' }).fill('Gateway, one task');
    await admin.getByRole('textbox', { name: 'Who invites' }).fill('Harbour Freight');
    await admin.getByLabel('Role', { exact: true }).selectOption({ label: 'Gateway engineer' });
    await admin.getByRole('combobox', { name: 'First challenge' }).fill('Sliding');
    await admin.getByRole('option', { name: /^Sliding-window/ }).click();
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByLabel('Reviewers of each attempt').fill('2');
    await admin.getByLabel('Reviewers of each attempt').press('Tab');
    await admin.getByLabel('One more is called').selectOption('2');
    await admin.getByRole('button', { name: 'Make the assessment' }).click();
    await admin
      .getByRole('heading', { name: 'Gateway, one task', level: 1, exact: true })
      .waitFor();

    await open('/admin/candidates');
    await admin.getByRole('button', { name: 'Invite a candidate' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Assessment').selectOption({ label: 'Gateway, one task' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(candidate.name);
    await dialog.getByRole('textbox', { name: 'Email' }).fill(candidate.email);
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = await admin.getByLabel('Link', { exact: true }).inputValue();

    const { person, path, id } = await handIn(link);
    const code = `Candidate ${id.slice(0, 4).toUpperCase()}`;
    const second = await staff(await addReviewer(admin, 'Sanna'));
    await second.page.getByRole('link', { name: code }).click();
    await reviewOnDesk(second.page, 2, 'SANNA doubts the edges.');
    expect(second.complaints).toEqual([]);
    await second.page.context().close();
    const third = await staff(await addReviewer(admin, 'Tariku'));

    // Whoever comes next sees neither whose work it is, nor what the other thinks of it.
    const { page, complaints: others } = await staff(assay.link('Reviewer'));
    await page.getByRole('row').filter({ hasText: code }).getByText('1 of 2 in').waitFor();
    await page.getByRole('link', { name: code }).click();
    await page.getByText('All 19 behaviours hold.').first().waitFor();
    await followToDefinition(page);
    await page
      .getByRole('button', { name: /submit/i })
      .last()
      .click();
    await page
      .getByText(/things are missing/)
      .first()
      .waitFor();
    const seen = await page.content();
    for (const hidden of [candidate.name, candidate.email, 'SANNA', 'Sanna'])
      expect(seen).not.toContain(hidden);
    await reviewOnDesk(page, 5, 'Seen in the code.');

    // Three points apart: one more is called, and nobody decides before.
    await third.page.goto(new URL(`/review/${id}`, page.url()).href);
    await reviewOnDesk(third.page, 4, 'TARIKU sees a small weakness.');
    await page.goto(new URL(`/review/${id}/reviews`, page.url()).href);
    await page.getByRole('heading', { name: `Reviews of ${candidate.name}` }).waitFor();
    await page.getByText('3 of 3 reviews are in.').waitFor();
    for (const said of ['SANNA doubts', 'TARIKU sees'])
      await page.getByText(said).first().waitFor();
    await page
      .getByRole('button', { name: /^Override / })
      .first()
      .click();
    const override = page.getByRole('dialog');
    await override.getByRole('radio', { name: '5' }).click();
    await override.getByLabel('Reason').fill('Nobody overtakes; the tests show it.');
    await override.getByRole('button', { name: 'Override' }).click();
    await page.getByText('Overridden by Rahel Moser', { exact: false }).waitFor();
    await page.getByRole('radio', { name: 'Advance' }).click();
    await page.getByLabel('Reason').fill('Exact where it matters.');
    // Somebody is faster: the slower one is told, loses no word, and decides again knowingly.
    await third.page.goto(page.url());
    await third.page.getByRole('radio', { name: 'Hold' }).click();
    await third.page.getByLabel('Reason').fill('Let us wait for the others.');
    await third.page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('heading', { name: 'Tariku decided meanwhile' }).waitFor();
    const replace = page.getByRole('button', { name: 'Replace the decision' });
    expect(await replace.isDisabled()).toBe(true);
    expect(await page.getByLabel('Reason').inputValue()).toBe('Exact where it matters.');
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await replace.click();
    const decision = page.getByRole('region', { name: 'Decision' });
    await decision.getByText('1 earlier decision').waitFor();
    await decision.getByText('Exact where it matters.').waitFor();
    expect(third.complaints).toEqual([]);
    await third.page.context().close();
    expect(await findBarriers(page)).toEqual([]);

    await page.goto(new URL(`/review/${id}`, page.url()).href);
    await page.getByRole('button', { name: 'Release feedback' }).click();
    await page.getByLabel('About the whole').fill('We liked how small the line is.');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Release to the candidate' }).click();
    await page.getByRole('button', { name: 'Change what is released' }).waitFor();
    const told = CandidateFeedback.parse(await person.send('GET', `${path}/feedback`));
    expect(told.message).toBe('We liked how small the line is.');
    expect(JSON.stringify(told)).not.toContain('SANNA');

    await page.goto(new URL(`/review/${id}/report`, page.url()).href);
    await page.getByRole('heading', { name: candidate.name, level: 1 }).first().waitFor();
    await page.getByRole('button', { name: 'PDF' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'A4' }).click();
    const stream = await (await downloading).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const pdf = Buffer.concat(chunks);
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pdf.byteLength).toBeGreaterThan(5_000);

    await page.goto(new URL('/review', page.url()).href);
    const row = page.getByRole('row').filter({ hasText: candidate.name });
    await row.getByText('Graded').waitFor();
    expect(await row.innerText()).toMatch(/Advance[\s\S]*4\.\d/);
    expect(others).toEqual([]);

    // They ask to be forgotten, and are.
    await person.send('POST', `${path}/erasure`, {});
    await open('/admin/erasures');
    await admin.getByRole('button', { name: `Erase ${candidate.name}` }).click();
    await admin.getByLabel(`Type ${candidate.name} to go on`).fill(candidate.name);
    await admin.getByRole('button', { name: 'Erase for good' }).click();
    await admin.getByRole('dialog').waitFor({ state: 'detached' });
    await open('/admin/candidates');
    await admin.getByRole('link', { name: 'Noor Haddad' }).first().waitFor();
    expect(await admin.content()).not.toContain(candidate.name);
    await expect(person.send('GET', path)).rejects.toThrow(/40[14]/);
    expect(complaints).toEqual([]);
  }, 240_000);
});
