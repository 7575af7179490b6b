import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidatePage, Report, ReportComparison, Role } from '@assay/contracts/http';
import { layOutReport } from '@assay/contracts/report';
import { insertAssessment, listAudit } from '@assay/db';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { listDifferences } from './listDifferences.ts';
import { writeReport } from './pdf/writeReport.ts';
import { plainText, withPlainTexts } from './plainText.ts';

/** Their name is in three scripts, and would end a line of a terminal and turn the rest of a page around. */
const person = {
  name: 'Żółć Гоголь Ωμέγα <b>Ottilie</b>',
  email: 'ottilie@reported.test',
};
const told = 'Zażółć gęślą jaźń, съешь ещё.';

let api: TestApi;
let closeJudge: () => Promise<void>;
let candidate: Awaited<ReturnType<typeof invite>>;
let staff: Record<'one' | 'two' | 'admin' | 'interviewer' | 'other', ApiClient>;
let address: string;
beforeAll(async () => {
  api = await startTestApi({ reviewRule: { reviewers: 2, furtherAt: 4 } });
  const judging = api.judgeWith(async (job) => sampleVerdict(job));
  closeJudge = () => judging.close();
  const roles = ['reviewer', 'reviewer', 'admin', 'interviewer', 'interviewer'] as const;
  const [one, two, admin, interviewer, other] = await Promise.all(
    roles.map((role) => signIn(api, role)),
  );
  if (!one || !two || !admin || !interviewer || !other) throw new Error('Nobody.');
  staff = { one, two, admin, interviewer, other };
  const role = await admin.post('/api/roles', {
    title: 'Adder',
    organisation: 'Northwind',
    level: 'mid',
    skills: [
      { name: 'Kubernetes', weight: 2, need: 'must' },
      { name: 'debugging', weight: 1, need: 'nice' },
      { name: 'Arithmetic', weight: 3, need: 'must' },
    ],
    sections: {},
  });
  await api.pglite.query('update assessments set role_id = $1 where id = $2', [
    Role.parse(role.body).id,
    api.assessmentId,
  ]);
  candidate = await invite(api, { started: true, ...person });
  address = `/api/review/attempts/${candidate.attemptId}`;
  await write('export const add = 1;');
  const ago = { id: crypto.randomUUID(), agoMs: 0 };
  await candidate.client.post(`${candidate.path}/activity`, {
    events: [
      {
        ...ago,
        kind: 'pasted',
        challenge: 'sample',
        path: 'src/a.ts',
        length: 300,
        fromHere: false,
      },
    ],
  });
  api.passes(12);
  await write('export const add = (a, b) => a + b;');
  await candidate.client.post(`${candidate.path}/submissions`, {
    challenge: 'sample',
    suite: 'public',
  });
  await judged();
  api.passes(8);
  await candidate.client.post(`${candidate.path}/finish`);
  await judged();
});
afterAll(async () => {
  await closeJudge();
  await api.close();
});

const write = (content: string) =>
  candidate.client.put(`${candidate.path}/workspaces/sample`, {
    files: { 'src/index.ts': content },
  });
const judged = () =>
  waitFor(async () => {
    const { body } = await staff.admin.get(address);
    const { challenges } = body as { challenges: { submissions: { state: string }[] }[] };
    return challenges.every(({ submissions }) =>
      submissions.every(({ state }) => state === 'judged'),
    );
  });
const pageOf = async (client: ApiClient, candidateId: string) =>
  CandidatePage.parse((await client.get(`/api/candidates/${candidateId}`)).body);
const reportOf = async (client: ApiClient) =>
  Report.parse((await client.get(`/api/reports/attempts/${candidate.attemptId}`)).body);
const review = (client: ApiClient, score: number, note: string) =>
  client.post(`${address}/review`, {
    scores: ['sample', 'other'].flatMap((challenge) =>
      ['correctness', 'clarity'].map((criterion) => ({ challenge, criterion, score, note })),
    ),
  });
const kitCard = (client: ApiClient, note: string, candidateId: string) =>
  client.post(`/api/candidates/${candidateId}/kits/technical-interview/scorecard`, {
    scores: ['design', 'debugging', 'craft'].map((id) => ({
      criterion: `plan/${id}`,
      level: id === 'craft' ? null : 4,
      unobserved: id === 'craft',
      note: id === 'craft' ? '' : note,
    })),
    recommendation: 'yes',
    summary: `${note} summary`,
  });
const read = async (bytes: Uint8Array) => {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf);
  const { info } = await getMeta(pdf);
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  // Words that stand on one line are apart where they were written apart.
  const words = text.join(' ').replaceAll(/\s+/g, ' ');
  return { pages: text, words, info, size: [Math.round(width), Math.round(height)] };
};
const pdfOf = async (client: ApiClient, query = '') => {
  const path = `/api/reports/attempts/${candidate.attemptId}/pdf${query}`;
  const answer = await fetch(`${api.url}${path}`, { headers: { cookie: client.cookieHeader() } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return { headers: answer.headers, ...(await read(new Uint8Array(await answer.arrayBuffer()))) };
};
/** Whether anything that somebody received by reports holds a word. */
const received = (client: ApiClient, word: string) => client.received.join('\n').includes(word);

describe('a report', () => {
  it('says no more to anybody than the pages that it is made of', async () => {
    const { one, two, admin, interviewer, other } = staff;
    await one.put(`${address}/review`, {
      scores: [{ challenge: 'sample', criterion: 'clarity', score: 2, note: 'DRAFT-ONE' }],
    });
    const { candidateId = '' } = await reportOf(admin);
    expect((await kitCard(interviewer, 'KIT-NOTE', candidateId)).status).toBe(200);
    expect((await review(one, 2, 'REVIEW-ONE')).status).toBe(200);
    const printed = new Map<ApiClient, string>();
    for (const client of Object.values(staff)) {
      await reportOf(client);
      printed.set(client, (await pdfOf(client)).words);
    }

    const waiting = await reportOf(two);
    expect(waiting).toMatchObject({
      candidateName: `Candidate ${candidate.attemptId.slice(0, 4).toUpperCase()}`,
      isAnonymous: true,
    });
    for (const hidden of [
      'grading',
      'weighed',
      'interviews',
      'candidateEmail',
      'candidateId',
      'stage',
    ])
      expect(waiting).not.toHaveProperty(hidden);
    expect(waiting.unknown.join(' ')).toMatch(
      /Whose work this is.*What one more reviewer.*others gave/,
    );
    for (const [client, words] of [
      [one, ['KIT-NOTE']],
      [two, ['DRAFT-ONE', 'REVIEW-ONE', 'KIT-NOTE', 'Ottilie', person.email]],
      [admin, ['DRAFT-ONE', 'REVIEW-ONE']],
      [interviewer, ['DRAFT-ONE', 'REVIEW-ONE']],
      [other, ['DRAFT-ONE', 'REVIEW-ONE', 'KIT-NOTE']],
    ] as const)
      for (const word of words) {
        expect([word, received(client, word)]).toEqual([word, false]);
        expect([word, printed.get(client)?.includes(word)]).toEqual([word, false]);
      }
    expect(printed.get(one)).toContain('REVIEW-ONE');
    expect((await reportOf(one)).grading).toMatchObject({ value: 2, decisions: [] });
    // Who may not read of interviews sees the work weighed alone.
    const ofWork = await reportOf(one);
    expect(ofWork.weighed).toMatchObject({ value: 2, judgedWeight: 3, weight: 6, beside: [] });
    expect(JSON.stringify(layOutReport(ofWork))).toContain('From the work alone');
    expect((await reportOf(interviewer)).interviews).toMatchObject([{ submitted: 1, value: 4 }]);
    // Whoever does not see one of the parts sees no sum of them, here or on the candidate's page.
    for (const client of [two, interviewer, other])
      expect(await reportOf(client)).not.toHaveProperty('weighed');
    for (const client of [interviewer, other, admin])
      expect(await pageOf(client, candidateId)).not.toHaveProperty('total');
    const closed = await reportOf(other);
    expect(closed.interviews).toEqual([]);
    expect(closed.unknown.join(' ')).toContain('What others wrote in: Technical interview.');
  });

  it('holds scores with notes and anchors, overrides, the decision, interviews and every test', async () => {
    const { two, admin } = staff;
    expect((await review(two, 5, told)).status).toBe(200);
    const clarity = { challenge: 'sample', criterion: 'clarity' };
    await admin.post(`${address}/overrides`, { ...clarity, score: 1, reason: 'OVERRIDDEN' });
    const decision = { outcome: 'advance', reason: 'DECIDED', replaces: null };
    expect((await admin.post(`${address}/decisions`, decision)).status).toBe(200);
    const report = await reportOf(admin);
    expect(report).toMatchObject({
      candidateName: person.name,
      candidateEmail: person.email,
      assessment: { title: 'Backend engineer', version: 1 },
      stage: 'advanced',
      grading: {
        value: 2.875,
        reviewers: [{ name: 'The reviewer' }, { name: 'The reviewer' }],
        decisions: [{ outcome: 'advance', reason: 'DECIDED', by: 'The admin' }],
        overrides: [{ ...clarity, score: 1, reason: 'OVERRIDDEN' }],
      },
      interviews: [
        {
          title: 'Technical interview',
          value: 4,
          cards: [{ recommendation: 'yes', scores: [{ level: 4 }, { level: 4 }, { note: '' }] }],
        },
      ],
    });
    expect(report.challenges[0]).toMatchObject({
      slug: 'sample',
      runs: 1,
      submissions: 1,
      counting: {
        passed: 2,
        total: 3,
        cost: { cpuMs: 3, queries: 0 },
        tests: [{ status: 'passed' }, {}, { status: 'failed', message: 'CANARY-hidden-message' }],
      },
      criteria: [
        { id: 'correctness', grade: { median: 3.5, spread: 3, value: 3.5 } },
        { id: 'clarity', grade: { median: 3.5, value: 1, override: { reason: 'OVERRIDDEN' } } },
      ],
    });
    const weighed = {
      title: 'Adder',
      // Three times what both challenges come to, once what the interview does.
      value: (3 * ((2.25 + 3.5) / 2) + 4) / 4,
      judgedWeight: 4,
      weight: 6,
      skills: [
        {
          name: 'Arithmetic',
          value: 2.875,
          parts: [
            { title: 'Challenge sample', criteria: 2, value: 2.25 },
            { title: 'Challenge other', criteria: 2, value: 3.5 },
          ],
        },
        { name: 'Kubernetes', parts: [], open: [] },
        { name: 'debugging', parts: [{ title: 'Technical interview', criteria: 1, value: 4 }] },
      ],
    };
    expect(report.weighed).toMatchObject(weighed);
    const { candidateId = '' } = report;
    expect(await pageOf(admin, candidateId)).toMatchObject({
      roles: ['Adder'],
      total: { parts: 2, weighed: [weighed] },
    });
    // They have still to fill the interview that another has submitted.
    expect(await reportOf(staff.other)).not.toHaveProperty('weighed');
    expect(await pageOf(staff.other, candidateId)).not.toHaveProperty('total');
    const timeline = report.challenges[0]?.timeline;
    expect(timeline?.marks.map(({ kind }) => kind).toSorted()).toEqual([
      'paste',
      'pause',
      'run',
      'run',
    ]);
    expect(timeline?.activity.filter((changes) => changes > 0)).toHaveLength(2);
    // What nobody has written in has no timeline.
    expect(report.challenges[1]).not.toHaveProperty('timeline');
    const words = JSON.stringify(layOutReport(report));
    for (const word of [
      told,
      'Decision: Advance',
      'The admin put 1 in the place of 3.50',
      '2 of 3',
      'Skills, as the role weighs them',
      'Must-haves that nothing has judged: Kubernetes.',
    ])
      expect(words).toContain(word);
  });

  it('says the same as a PDF, in letters that can be selected, on numbered pages', async () => {
    const report = await reportOf(staff.admin);
    const { words, pages, info, size, headers } = await pdfOf(staff.admin);
    expect(info).toMatchObject({
      Title: `${person.name}: Backend engineer`,
      Subject: 'Report on an attempt at Backend engineer',
      Language: 'en',
    });
    expect(headers.get('content-disposition')).toMatch(/report-[0-9A-F]{4}\.pdf/);
    expect(size).toEqual([595, 842]);
    expect((await pdfOf(staff.admin, '?paper=letter')).size).toEqual([612, 792]);
    pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${pages.length}`));
    // Every word of every block is in it: names and notes in all their scripts, scores, tests, anchors.
    const said = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, one]) =>
              ['kind', 'tone', 'label'].includes(key) ? [] : said(one),
            )
          : [];
    const spoken = layOutReport(report).map((block) => ({ ...block, madeAt: '' }));
    const lacking = [...new Set(said(spoken))]
      .filter((text) => !text.includes(report.madeAt) && !/^\d+ \w+ \d{4}, /.test(text))
      .map((text) => text.replaceAll(/\s+/g, ' ').trim())
      .filter((text) => !words.includes(text));
    expect(lacking).toEqual([]);
    for (const word of [person.name, told, 'DECIDED', 'OVERRIDDEN', 'KIT-NOTE'])
      expect(words).toContain(word);
  });

  it('is for staff alone, and of no attempt there is none', async () => {
    const path = `/api/reports/attempts/${candidate.attemptId}`;
    expect((await candidate.client.get(path)).status).toBe(401);
    expect((await (await signIn(api, 'author')).get(path)).status).toBe(403);
    const nowhere = path.replace(candidate.attemptId, crypto.randomUUID());
    expect((await staff.admin.get(nowhere)).status).toBe(404);
  });
});

describe('a comparison', () => {
  const compare = (client: ApiClient, ids: string[]) =>
    client.get(
      `/api/reports/comparison?${ids.map((id, index) => `attemptIds[${index}]=${id}`).join('&')}`,
    );

  it('shows each attempt as its report says it, names what differs, and hides what reports hide', async () => {
    const fresh = await signIn(api, 'reviewer');
    const assessmentId = crypto.randomUUID();
    await insertAssessment(api.db, {
      id: assessmentId,
      title: 'Short one',
      organisation: 'Northwind',
      minutes: 30,
      rules: [],
      recorded: [],
      challengeHashes: [sampleChallenge('sample').judged.hash],
      at: new Date(),
    });
    const other = await invite(
      { ...api, assessmentId },
      { started: true, name: 'Compared Person' },
    );
    const ids = [candidate.attemptId, other.attemptId];
    const { reports, differences } = ReportComparison.parse((await compare(staff.admin, ids)).body);
    const { timeline: _left, ...first } = (await reportOf(staff.admin)).challenges[0] ?? {};
    expect(reports[0]?.challenges[0]).toEqual(first);
    expect(differences).toEqual([
      `The assessments differ: ${person.name} took Backend engineer; Compared Person took Short one.`,
      'Challenge other was no part of the attempt of Compared Person.',
      'You do not see yet what reviewers gave Compared Person.',
    ]);
    const hidden = (await compare(fresh, ids)).text;
    for (const word of [person.name, 'Compared Person', told, 'DECIDED', 'KIT-NOTE', 'OVERRIDDEN'])
      expect([word, hidden.includes(word)]).toEqual([word, false]);
    expect(hidden).toContain('You do not see yet what reviewers gave Candidate');
  });

  it('is of two to six different attempts', async () => {
    const id = candidate.attemptId;
    const ids = Array.from({ length: 7 }, () => crypto.randomUUID());
    for (const wrong of [[id], [id, id], ids])
      expect((await compare(staff.admin, wrong)).status).toBe(400);
    expect((await compare(staff.admin, [id, crypto.randomUUID()])).status).toBe(404);
  });

  it('says of criteria that share a name whether they are the same', async () => {
    const report = await reportOf(staff.admin);
    const [challenge] = report.challenges;
    const [criterion, ...rest] = challenge?.criteria ?? [];
    if (challenge === undefined || criterion === undefined) throw new Error('None');
    const change = (own: Partial<typeof challenge>): Report => ({
      ...report,
      attemptId: crypto.randomUUID(),
      challenges: [{ ...challenge, ...own }, ...report.challenges.slice(1)],
    });
    expect(listDifferences([report, change({})])).toEqual([]);
    const reworded = { ...criterion, anchors: { ...criterion.anchors, 5: 'Other words.' } };
    const changed = change({ hash: 'f'.repeat(64), criteria: [reworded] });
    expect(rest).toHaveLength(1);
    expect(listDifferences([report, changed])).toEqual([
      'Challenge sample was worked on in 2 versions.',
      'Correctness of Challenge sample is not scored by the same words everywhere.',
      'Clarity is not a criterion of Challenge sample in all of them.',
    ]);
    const newer = { ...report, assessment: { ...report.assessment, version: 2 } };
    expect(listDifferences([report, newer])[0]).toMatch(/^The versions of the assessment differ/);
  });
});

describe('an export', () => {
  const path = '/api/export';
  const exportOf = async (client: ApiClient, query = '') => {
    const headers = { cookie: client.cookieHeader() };
    const answer = await fetch(`${api.url}${path}${query}`, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const texts = Object.entries(files).map(
      ([name, bytes]) => [name, Buffer.from(bytes).toString()] as const,
    );
    return { headers: answer.headers, files: new Map(texts) };
  };

  it('holds everything in a file for each table, for admins, and is written down', async () => {
    const { admin, one } = staff;
    expect((await one.get(path)).status).toBe(403);
    const { files, headers } = await exportOf(admin, '?bom=true');
    expect(headers.get('content-disposition')).toMatch(/assay-\d{4}-\d\d-\d\d-csv\.zip/);
    const rows = (name: string) => {
      const text = files.get(`${name}.csv`) ?? '';
      expect([name, text.startsWith('\ufeff')]).toEqual([name, true]);
      const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      return data;
    };
    const { attemptId } = candidate;
    const ours = (name: string) => rows(name).filter((row) => row['attempt_id'] === attemptId);
    expect(rows('candidates')).toContainEqual(
      expect.objectContaining({ name: person.name, email: person.email }),
    );
    expect(rows('attempts').filter(({ id }) => id === attemptId)).toMatchObject([
      { id: attemptId, state: 'graded', stage: 'advanced', score: '2.875', decision: 'advance' },
    ]);
    expect(ours('invitations')).toHaveLength(1);
    expect(ours('reviews')).toHaveLength(2);
    expect(ours('scores').map(({ note }) => note)).toContain(told);
    expect(ours('scores')).toHaveLength(8);
    expect(ours('overrides')).toMatchObject([{ score: '1', reason: 'OVERRIDDEN' }]);
    expect(ours('decisions')).toMatchObject([{ outcome: 'advance', reason: 'DECIDED' }]);
    expect(ours('submissions').map(({ status, passed }) => [status, passed])).toEqual(
      Array.from({ length: 3 }, () => ['failed', '2']),
    );
    expect(rows('tests')).toHaveLength(9);
    expect(rows('scorecards')).toMatchObject([
      { kit: 'technical-interview', author: 'The interviewer', recommendation: 'yes' },
    ]);
    expect(rows('scorecard_scores')).toHaveLength(3);
    expect(rows('assessments').map(({ title, minutes }) => [title, minutes])).toContainEqual([
      'Backend engineer',
      '60',
    ]);
    const json = await exportOf(admin, '?format=json');
    expect(JSON.parse(json.files.get('decisions.json') ?? '')).toMatchObject([
      { attempt_id: attemptId, outcome: 'advance' },
    ]);
    expect([...json.files.keys()].map((name) => name.replace('.json', '.csv'))).toEqual([
      ...files.keys(),
    ]);
    expect(await listAudit(api.db, 'organisation:all')).toMatchObject([
      { action: 'export.downloaded', detail: { format: 'csv' } },
      { action: 'export.downloaded', detail: { format: 'json' } },
    ]);
  });

  it('keeps what others gave from an admin whose own judgement is wanted', async () => {
    const { one } = staff;
    const next = await invite(api, { started: true });
    await next.client.post(`${next.path}/finish`);
    const theirs = `/api/review/attempts/${next.attemptId}/review`;
    const scores = ['sample', 'other'].flatMap((challenge) =>
      ['correctness', 'clarity'].map((criterion) => ({
        challenge,
        criterion,
        score: 4,
        note: 'NOT-YET-FOR-ADMINS',
      })),
    );
    expect((await one.post(theirs, { scores })).status).toBe(200);
    const { files } = await exportOf(staff.admin);
    const all = [...files.values()].join('\n');
    expect(all).toContain(next.attemptId);
    expect(all).not.toContain('NOT-YET-FOR-ADMINS');
  });
});

describe('a hostile report', () => {
  it('becomes a PDF of so many pages, whose layout nothing breaks', async () => {
    const report = await reportOf(staff.admin);
    const [challenge] = report.challenges;
    const [criterion] = challenge?.criteria ?? [];
    if (challenge?.counting === undefined || criterion?.grade === undefined)
      throw new Error('None');
    const [test] = challenge.counting.tests;
    if (test === undefined) throw new Error('None');
    const notes = [
      'x'.repeat(100_000),
      '\n'.repeat(50_000),
      'line\n'.repeat(50_000),
      '👩‍👩‍👧'.repeat(300),
      `\u202e\u0000\ud800<script>alert(1)</script>`,
      'שלום عليكم 田中さくら',
      `z\u0335\u0321`.repeat(500),
      '',
    ];
    const scores = notes.map((note) => ({ by: 'W'.repeat(200), score: 1, note }));
    const hostile: Report = withPlainTexts({
      ...report,
      candidateName: `שלום \u202e${'W'.repeat(190)}`,
      challenges: [
        {
          ...challenge,
          title: 'T'.repeat(100),
          counting: {
            ...challenge.counting,
            tests: Array.from({ length: 30 }, () => ({
              ...test,
              name: 'W'.repeat(300),
              message: `${'a\n'.repeat(11)}${'m'.repeat(500)}`,
            })),
          },
          criteria: [{ ...criterion, grade: { ...criterion.grade, scores } }],
        },
      ],
    });
    const bytes = await writeReport(hostile, 'letter');
    expect(bytes.length).toBeLessThan(2_000_000);
    const { pages, words } = await read(bytes);
    expect(pages.length).toBeLessThan(60);
    expect(words).toContain('<script>alert(1)</script>');
    expect(words).toMatch(/□ stands for \d+ signs that the typefaces of this file lack/);
  });
});

describe('names in the PDF', () => {
  it.each([
    'محمد حسن',
    'יוסף בן-דוד',
    '王小明',
    '張偉',
    '渡辺 さくら',
    '김민수',
    'Łukasz Ğöz',
    'Արամ Հակոբյան',
    'გიორგი ბერიძე',
    'สมชาย ใจดี',
  ])('can be read and found as they are written: %s', async (name) => {
    const report = await reportOf(staff.admin);
    const bytes = await writeReport({ ...report, candidateName: name }, 'a4');
    const { words, info } = await read(bytes);
    expect(words).toContain(name);
    expect(words).not.toContain('□');
    expect(info.Title).toContain(name);
    // What is embedded are the letters of the name, and not megabytes of typefaces.
    expect(bytes.length).toBeLessThan(400_000);
  });

  it.each([
    ['Hindi', 'प्रिया शर्मा'],
    ['Bengali', 'সত্যজিৎ সেন'],
    ['Gujarati', 'પ્રકાશ પટેલ'],
    ['Tamil', 'கார்த்திக் ராஜா'],
    ['Telugu', 'లక్ష్మి రావు'],
    ['Kannada', 'ಪ್ರಕಾಶ್ ಗೌಡ'],
  ])('have the joined letters of %s', async (_language, name) => {
    const report = await reportOf(staff.admin);
    const { words } = await read(await writeReport({ ...report, candidateName: name }, 'a4'));
    // In a PDF signs stand as they are drawn: a vowel may come before what it follows.
    const signs = Array.from(name.replaceAll(' ', ''));
    expect(signs.filter((sign) => !words.includes(sign))).toEqual([]);
    expect(words).not.toContain('□');
  });
});

describe('the texts of a report', () => {
  it.each([
    ['what steers a terminal', '\u001b[31mred\u001b[0m\u0007\u0000', 'red'],
    ['what turns directions around', 'a\u202eb\u2066c\u200f', 'abc'],
    ['more marks than a letter has', `e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(4)}`],
    ['halves of characters', 'a\ud800b', 'a\ufffdb'],
    ['holes', 'a\n\n\n\n\nb\t', 'a\n\nb'],
    ['what nobody typed', 'x'.repeat(1_000_000), `${'x'.repeat(3_999)}…`],
  ])('are without %s', (_what, text, plain) => expect(plainText(text)).toBe(plain));
});
