import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateSubmission } from '@assay/contracts/http';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage, type Person } from './browser.ts';
import { HttpPerson } from './HttpPerson.ts';

/** HTML that would show, if it became a part of a page; `name` says which text it was. */
const hostile = (name: string) =>
  `${name}<img src=x onerror="window.ran='${name}'"><script>window.ran='${name}'</script>`;
const markdown = `${hostile('markdown')} [link](javascript:window.ran='link') ![](javascript:window.ran='image')`;
const slug = 'orders-api';
/** Until a verdict is there, ms. */
const judgedMs = 120_000;

let assay: RunningAssay;
let browser: Browser;
let staff: Person;
let workingLink: string;
let invitedLink: string;
let attemptId: string;
let sessionId: string;
const WithId = z.object({ id: z.uuid() });

beforeAll(async () => {
  [assay, browser] = await Promise.all([startAssay(), openBrowser()]);
  staff = await openPage(browser, { width: 1920, height: 1080 });
  staff.page.setDefaultTimeout(60_000);
  await staff.page.goto(assay.link('Admin'));
  await staff.page.getByRole('button', { name: 'Sign in' }).click();
  await staff.page.getByRole('heading', { name: 'Reviews' }).waitFor();
  const role = {
    title: hostile('role'),
    organisation: 'Northwind',
    level: 'mid',
    skills: [{ name: 'SQL <b>', weight: 3, need: 'must' }],
    sections: { intro: '', overview: markdown, project: '', culture: '', qualifications: '' },
  };
  await post('/api/roles', role);
  const assessment = {
    title: hostile('assessment'),
    organisation: hostile('organisation').slice(0, 80),
    clockMode: 'total',
    minutes: 60,
    policies: { aiAssistants: 'allowed', documentation: 'allowed', paste: 'allowed' },
    rules: [hostile('rule')],
    recorded: [],
    feedback: { behaviours: true, comments: true, writeUp: false },
    review: { reviewers: 1, furtherAt: 2 },
    retentionDays: 30,
    interview: { sections: [] },
    challenges: [{ slug }],
  };
  const { id: assessmentId } = WithId.parse(await post('/api/assessments', assessment));
  const invite = async (email: string): Promise<string> => {
    const invited = await post('/api/invitations', {
      assessmentId,
      candidateName: hostile('candidate'),
      candidateEmail: email,
    });
    return z.object({ link: z.url() }).parse(invited).link;
  };
  workingLink = await invite('one@candidate.test');
  invitedLink = await invite('two@candidate.test');
  await work(workingLink);
  const session = await post('/api/live/sessions', {
    title: hostile('session'),
    minutes: 60,
    from: { kind: 'blank' },
  });
  sessionId = WithId.parse(session).id;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

/** Sends something as the admin who is signed in to the browser. */
async function post(path: string, data: object): Promise<unknown> {
  const { origin } = new URL(staff.page.url());
  const answer = await staff.page.request.post(`${origin}${path}`, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** What a candidate would do in the editor, over HTTP: hostile code under a hostile name, which prints hostile lines. */
async function work(link: string): Promise<void> {
  const candidate = new HttpPerson(link);
  const opened = await candidate.send('POST', '/api/candidate/session', {
    token: link.split('/').at(-1),
  });
  ({ attemptId } = z.object({ attemptId: z.uuid() }).parse(opened));
  const attempt = `/api/attempts/${attemptId}`;
  await candidate.send('POST', `${attempt}/start`, {});
  const code = `// ${hostile('code')}\nconsole.log(${JSON.stringify(hostile('log'))});\nthrow new Error(${JSON.stringify(hostile('error'))});\n`;
  await candidate.send('PUT', `${attempt}/workspaces/${slug}`, {
    files: { 'src/index.ts': code, [`src/${hostile('file').replaceAll('/', '')}.ts`]: code },
  });
  await candidate.send('POST', `${attempt}/messages`, { text: hostile('message') });
  const path = `${attempt}/submissions`;
  await candidate.send('POST', path, { challenge: slug, suite: 'public' });
  const deadline = Date.now() + judgedMs;
  for (;;) {
    const known = z.array(CandidateSubmission).parse(await candidate.send('GET', path));
    if (known.every(({ state }) => state === 'judged')) return;
    if (Date.now() > deadline) throw new Error('The run was not judged.');
    await delay(200);
  }
}

/** Waits until a page shows these texts as they were written, and looks whether any became more than text. */
async function expectTexts(page: Page, names: string[]): Promise<void> {
  for (const name of names)
    await page
      .getByText(`${name}<img src=x`, { exact: false })
      .first()
      .waitFor({ state: 'attached' });
  const made = 'img[src="x"], img[src^="javascript:"], a[href^="javascript:"], script:not([src])';
  expect(await page.locator(made).count()).toBe(0);
  expect(await page.evaluate('window.ran')).toBeUndefined();
}

describe('HTML in what people are called and write', () => {
  it('is text before its candidate, who meets it in titles, rules, files, code, logs and errors', async () => {
    const { page, complaints } = await openPage(browser, { width: 1920, height: 1080 });
    page.setDefaultTimeout(60_000);
    await page.goto(invitedLink);
    await expectTexts(page, ['assessment', 'organisation', 'rule']);
    await page.goto(workingLink);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await expectTexts(page, ['file', 'code']);
    await page.keyboard.press('Control+Enter');
    await expectTexts(page, ['error', 'log']);
    expect(complaints).toEqual([]);
  }, 300_000);

  it('is text before staff, in lists, on the desk and in Markdown', async () => {
    const { page, complaints } = staff;
    const { origin } = new URL(page.url());
    for (const [path, names] of [
      ['/admin/assessments', ['assessment']],
      ['/admin/candidates', ['candidate', 'assessment']],
      ['/admin/roles', ['role']],
      [`/review/${attemptId}`, ['file', 'code']],
      ['/live', ['session']],
      [`/live/${sessionId}`, ['session']],
      ['/admin/audit', ['candidate']],
    ] as const) {
      await page.goto(`${origin}${path}`);
      await expectTexts(page, [...names]);
    }
    await page.goto(`${origin}/admin/roles`);
    await page.getByRole('link', { name: /^role<img/ }).click();
    await page.getByRole('heading', { name: 'Job description' }).waitFor();
    await expectTexts(page, ['markdown']);
    expect(complaints).toEqual([]);
  }, 300_000);
});
