import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttemptRecord,
  ChallengeFigures,
  Declaration,
  GroupFigures,
  ReviewFigures,
} from '@assay/contracts/http';
import {
  type CardPlace,
  deleteDeclarationsUntil,
  insertDecision,
  insertLiveParticipant,
  insertLiveSession,
  insertMember,
  keepScorecard,
  lockScorecard,
  putTimeCredit,
  replaceDeclarations,
} from '@assay/db';
import { declarationKey } from '#declarations/declarationKey.ts';
import type { ApiClient } from '#testing/apiClient.ts';
import { endedAttempt } from '#testing/endedAttempt.ts';
import { invite, signIn } from '#testing/people.ts';
import { submittedReview } from '#testing/submittedReview.ts';
import { waitFor } from '#testing/waitFor.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

let api: TestApi;
let author: ApiClient;
beforeAll(async () => {
  api = await startTestApi({ challengeMinutes: [30, 30] });
  author = await signIn(api, 'author');
});
afterAll(() => api.close());

const figuresOf = async (slug: string) =>
  ChallengeFigures.parse((await author.get(`/api/author/challenges/${slug}/figures`)).body);

type Outcome = 'passed' | 'failed';

/** Twenty works with two tests each, by how many do what: pass both, only the first, only the second, none. */
function twentyWorks(counts: [number, number, number, number]): [Outcome, Outcome][] {
  const cells = [
    ['passed', 'passed'],
    ['passed', 'failed'],
    ['failed', 'passed'],
    ['failed', 'failed'],
  ] as const;
  return cells.flatMap(([first, second], index) =>
    Array.from({ length: counts[index] ?? 0 }, (): [Outcome, Outcome] => [first, second]),
  );
}

describe('figures of a challenge', () => {
  it('say of few works how many there are, and nothing else', async () => {
    for (let index = 0; index < 7; index += 1) {
      await endedAttempt(api, { other: { tests: { x: 'passed', y: 'failed' } } });
    }
    const figures = await figuresOf('other');
    const silent = { n: 7, needed: 10 };
    expect(figures).toMatchObject({ ended: 7, solved: silent, unfinished: silent, time: silent });
    expect(figures.tests).toEqual([
      { name: 'x', passed: silent, notReached: silent, discrimination: { n: 7, needed: 20 } },
      { name: 'y', passed: silent, notReached: silent, discrimination: { n: 7, needed: 20 } },
    ]);
    expect(JSON.stringify(figures)).not.toContain('estimate');
  });

  it('count what those did who came to an end, with intervals, and show first what is odd', async () => {
    const agreeing = twentyWorks([8, 2, 2, 8]);
    const opposed = twentyWorks([2, 8, 8, 2]);
    for (const [index, [a, b]] of agreeing.entries()) {
      const [x, y] = opposed[index] ?? ['failed', 'failed'];
      const status = a === 'passed' && b === 'passed' ? 'passed' : 'failed';
      await endedAttempt(api, {
        sample: { tests: { a, b, c: 'passed', d: 'skipped' }, status, minutes: 6 + index },
        other: { tests: { x, y } },
      });
    }
    // Not judged, and not compiled at the very end of the time.
    await endedAttempt(api, { sample: { status: 'sandbox_error' } });
    const late = await endedAttempt(api, { sample: { minutes: 30 } });
    // Two stretches of ours that overlap make ten minutes; what lies after the end counts nothing.
    for (const [from, to] of [
      ['09:05', '09:12'],
      ['09:10', '09:15'],
      ['09:30', '09:40'],
    ]) {
      await putTimeCredit(api.db, {
        attemptId: late,
        source: `outage:${from}`,
        cause: 'service_down',
        fromAt: new Date(`2026-03-02T${from}:00Z`),
        toAt: new Date(`2026-03-02T${to}:00Z`),
        createdAt: new Date(),
      });
    }

    const { tests, ...figures } = await figuresOf('sample');
    const close = (value: number) => expect.closeTo(value, 3);
    // The seven of the test before never opened it, and for one the time ran out.
    expect(figures).toMatchObject({
      ended: 29,
      unfinished: { n: 29, estimate: { value: 8 / 29 } },
      solved: { n: 21, estimate: { value: close(0.381), low: close(0.208), high: close(0.591) } },
      // phi of passing both tests here with passing one or none there.
      discrimination: { n: 20, estimate: { value: close(0.5) } },
      time: { n: 22, quartiles: { low: 11.25 * 60_000, median: 16.5 * 60_000, high: 20 * 60_000 } },
    });
    // phi of (8, 2, 2, 8) is 0.6; tanh(atanh 0.6 -+ 1.96 / sqrt 17) is 0.214 and 0.824.
    const discrimination = {
      n: 20,
      needed: 20,
      estimate: { value: close(0.6), low: close(0.214), high: close(0.824) },
    };
    expect(tests).toMatchObject([
      { name: 'c', discrimination: { n: 20, needed: 20 }, remark: 'passed_by_all' },
      { name: 'a', passed: { n: 21, estimate: { value: 10 / 21 } }, discrimination },
      { name: 'b', notReached: { n: 21, estimate: { value: 1 / 21 } }, discrimination },
    ]);
    expect(tests[0]?.discrimination).not.toHaveProperty('estimate');
    const { tests: others } = await figuresOf('other');
    expect(others.map(({ remark }) => remark)).toEqual(['against_the_rest', 'against_the_rest']);
  });

  it('are there for challenges that nobody has had, and not for unknown ones', async () => {
    const { status } = await author.get('/api/author/challenges/unknown/figures');
    expect(status).toBe(404);
    const address = `/api/author/challenges/sample/figures?version=${'0'.repeat(64)}`;
    const unused = ChallengeFigures.parse((await author.get(address)).body);
    expect(unused).toMatchObject({ ended: 0, tests: [], time: { n: 0, needed: 10 } });
  });
});

describe('figures of reviews', () => {
  it('say how far reviewers agree by each criterion, and how each lies to the others', async () => {
    const at = new Date();
    const member = async (name: string) =>
      (await insertMember(api.db, { name, email: `${name}@assay.test`, role: 'reviewer', at }))
        ?.id ?? '';
    const [ada, bo, cy] = [await member('Ada'), await member('Bo'), await member('Cy')];
    /** Works that Ada and Bo scored, each in correctness and clarity. */
    const scored = async (works: number, a: [number, number], b: [number, number]) => {
      for (let done = 0; done < works; done += 1) {
        const attemptId = await endedAttempt(api, {});
        const scoresOf = ([correctness, clarity]: [number, number]) => {
          return { 'sample/correctness': correctness, 'sample/clarity': clarity };
        };
        await submittedReview(api, attemptId, { by: ada, scores: scoresOf(a) });
        await submittedReview(api, attemptId, { by: bo, scores: scoresOf(b) });
        await submittedReview(api, attemptId, { by: cy, scores: scoresOf([5, 1]), draft: true });
      }
    };
    await scored(9, [1, 3], [2, 3]);
    const admin = await signIn(api, 'admin');
    const address = '/api/fairness/reviews';
    const few = ReviewFigures.parse((await admin.get(address)).body);
    expect(JSON.stringify(few)).not.toContain('estimate');
    expect(few.reviewers.map(({ name, difference }) => [name, difference])).toEqual([
      ['Ada', { n: 9, needed: 10 }],
      ['Bo', { n: 9, needed: 10 }],
    ]);

    await scored(1, [1, 3], [2, 3]);
    await scored(10, [4, 4], [5, 3]);
    const alone = await endedAttempt(api, {});
    await submittedReview(api, alone, { by: cy, scores: { 'sample/clarity': 1 } });
    const { criteria, reviewers } = ReviewFigures.parse((await admin.get(address)).body);
    const close = (value: number) => expect.closeTo(value, 3);
    // Mean squares between and within works: 90/19 and 1/2 of correctness, 2.5/19 and 1/4 of clarity.
    expect(criteria).toMatchObject([
      {
        criterionTitle: 'Clarity',
        agreement: { n: 20, estimate: { value: close(-0.31) } },
        same: { n: 20, estimate: { value: 0.5 } },
        near: { estimate: { value: 1 } },
      },
      {
        subjectTitle: 'Challenge sample',
        criterionTitle: 'Correctness',
        agreement: { n: 20, estimate: { value: close(0.809) } },
        same: { n: 20, estimate: { value: 0 } },
      },
    ]);
    // Half a point below on ten works, the same on ten: t with 19 degrees of freedom is 2.093.
    const difference = { n: 20, needed: 10 };
    expect(reviewers).toMatchObject([
      {
        name: 'Ada',
        difference: {
          ...difference,
          estimate: { value: close(-0.25), low: close(-0.37), high: close(-0.13) },
        },
      },
      { name: 'Bo', difference: { ...difference, estimate: { value: close(0.25) } } },
    ]);
  });
});

describe('figures of interviews', () => {
  it('say how far scorecards of a kit and of live sessions agree, from the same numbers on', async () => {
    const at = new Date();
    const member = async (name: string) =>
      (await insertMember(api.db, { name, email: `${name}@talks.test`, role: 'interviewer', at }))
        ?.id ?? '';
    const [dot, eve] = [await member('Dot'), await member('Eve')];
    const admin = await signIn(api, 'admin');
    const figures = async () => {
      const { criteria, reviewers } = ReviewFigures.parse(
        (await admin.get('/api/fairness/reviews')).body,
      );
      return {
        criteria: criteria.filter(({ source }) => source !== 'review'),
        people: reviewers.filter(({ of }) => of === 'interviews'),
      };
    };
    const keep = (place: CardPlace, criterion: string, level: number | null, submit: boolean) =>
      api.db.transaction(async (tx) => {
        const { id } = await lockScorecard(tx, place, at);
        const scores = [{ criterion, level, unobserved: level === null, note: 'n' }];
        const card = { scores, recommendation: 'yes' as const, summary: '' };
        await keepScorecard(tx, id, card, { at, ...(submit && { submitted: { criteria: [] } }) });
      });
    /** Candidates whose design two people gave levels; drafts and what was not seen count for nothing. */
    const talked = async (times: number, [one, other]: [number, number]) => {
      for (let done = 0; done < times; done += 1) {
        const attemptId = await endedAttempt(api, {});
        const { rows } = await api.pglite.query<{ id: string }>(
          'select candidate_id as id from attempts where id = $1',
          [attemptId],
        );
        const candidateId = rows[0]?.id ?? '';
        const of = (kit: string, authorId: string) => ({ candidateId, kit, authorId });
        await keep(of('technical-interview', dot), 'plan/design', one, true);
        await keep(of('technical-interview', eve), 'plan/design', other, true);
        await keep(of('project-review', dot), 'plan/scope', 5, true);
        await keep(of('project-review', eve), 'plan/scope', 1, false);
        await keep(of('culture-contribution', dot), 'plan/growth', 5, true);
        await keep(of('culture-contribution', eve), 'plan/growth', null, true);
      }
    };
    await talked(9, [2, 3]);
    const few = await figures();
    expect(JSON.stringify(few)).not.toContain('estimate');
    expect(few.criteria).toMatchObject([
      { source: 'kit', subject: 'technical-interview', criterion: 'plan/design' },
    ]);
    expect(few.people.map(({ name, difference }) => [name, difference])).toEqual([
      ['Dot', { n: 9, needed: 10 }],
      ['Eve', { n: 9, needed: 10 }],
    ]);

    await talked(11, [5, 5]);
    const close = (value: number) => expect.closeTo(value, 3);
    // Between: 2 (9 (2.5 - 3.875)² + 11 (5 - 3.875)²) / 19 = 3.257; within: 9 (0.5² + 0.5²) / 20 = 0.225.
    const many = await figures();
    expect(many.criteria).toMatchObject([
      {
        subjectTitle: 'Technical interview',
        criterionTitle: 'Designs for what is asked',
        agreement: { n: 20, estimate: { value: close(0.871) } },
        same: { estimate: { value: 0.55 } },
      },
    ]);
    expect(many.people).toMatchObject([
      { name: 'Dot', difference: { n: 20, estimate: { value: close(-0.45) } } },
      { name: 'Eve', difference: { n: 20, estimate: { value: close(0.45) } } },
    ]);

    // A session with a plan of an assessment is beside others with that plan; one with a plan of its own beside none.
    const { rows } = await api.pglite.query<{ template: string }>(
      'select template_id as template from assessments where id = $1',
      [api.assessmentId],
    );
    for (const assessmentId of [api.assessmentId, null]) {
      const sessionId = await insertLiveSession(api.db, {
        title: 'A talk',
        minutes: 45,
        challengeHash: null,
        assessmentId,
        attemptId: null,
        submissionId: null,
        plan: { sections: [] },
        prepared: [],
        createdBy: dot,
        createdAt: at,
      });
      for (const [name, memberId, level] of [
        ['Dot', dot, 2],
        ['Eve', eve, 4],
      ] as const) {
        const { id: participantId } = await insertLiveParticipant(api.db, {
          sessionId,
          role: 'interviewer',
          name,
          colour: 'red',
          memberId,
          tokenHash: null,
          createdAt: at,
          admittedAt: at,
        });
        await keep({ sessionId, participantId }, 'plan/depth', level, true);
      }
    }
    const { criteria } = await figures();
    expect(criteria.filter(({ source }) => source === 'session')).toMatchObject([
      {
        subject: rows[0]?.template,
        subjectTitle: 'Backend engineer',
        criterionTitle: 'depth',
        agreement: { n: 1, needed: 20 },
      },
    ]);
  });
});

describe('what candidates say of themselves', () => {
  const groups = async (admin: ApiClient) =>
    GroupFigures.parse((await admin.get('/api/fairness/groups')).body);
  const countDeclarations = async () =>
    (await api.pglite.query<{ n: number }>('select count(*)::int as n from declarations')).rows[0]
      ?.n;

  it('is asked once they have handed in, is theirs to see and take back, and goes with the attempt', async () => {
    const { client, path, admin, attemptId } = await invite(api, { started: true });
    const address = `${path}/declaration`;
    const say = (answers: Record<string, string>) => client.send('PUT', address, { answers });
    expect((await say({ gender: 'woman' })).status).toBe(409);
    await client.post(`${path}/finish`);
    const asked = Declaration.parse((await client.get(address)).body);
    expect(asked).toEqual({ questions: ['gender', 'age'], answers: {}, needed: 10 });
    expect((await say({ gender: 'nobody' })).status).toBe(400);
    expect((await say({ disability: 'yes' })).status).toBe(422);

    await say({ gender: 'woman', age: 'from_40' });
    const said = Declaration.parse((await say({ gender: 'other', age: 'from_40' })).body);
    expect(said.answers).toEqual({ gender: 'other', age: 'from_40' });
    const record = AttemptRecord.parse((await client.get(`${path}/record`)).body);
    const month = `${api.now().toISOString().slice(0, 7)}-01`;
    expect(record.declared).toEqual([
      { question: 'Your age', answer: '40 to 49', month },
      { question: 'Your gender', answer: 'In another way', month },
    ]);
    // Nothing in the table leads to the attempt, and the log of actions does not say that it was done.
    expect(await api.findText(attemptId)).not.toContain('public.declarations');
    const subject = [`attempt:${attemptId}`];
    const log = await api.pglite.query('select * from audit_events where subject = $1', subject);
    expect(JSON.stringify(log.rows)).not.toMatch(/declar|gender|other/);

    await say({ age: 'from_40' });
    expect(await countDeclarations()).toBe(1);
    await waitFor(async () => (await admin.post(`/api/erasures/${attemptId}`)).status < 300);
    expect(await countDeclarations()).toBe(0);
  });

  it('is told as shares of groups alone, from ten people on, in steps of five', async () => {
    const admin = await signIn(api, 'admin');
    const { id: memberId = '' } =
      (await insertMember(api.db, {
        name: 'Decider',
        email: 'decider@assay.test',
        role: 'admin',
        at: new Date(),
      })) ?? {};
    /** People of a group about whom it was decided: so many who go on, and so many who do not. */
    const decide = async (gender: string, selected: number, declined: number) => {
      for (let index = 0; index < selected + declined; index += 1) {
        const attemptId = await endedAttempt(api, {});
        const key = declarationKey('a secret of this test', attemptId);
        const row = { month: '2026-03-01', keptUntil: '2099-01-01' };
        await replaceDeclarations(api.db, key, [
          { question: 'gender', answer: gender, ...row },
          { question: 'disability', answer: 'yes', ...row },
        ]);
        const outcome = index < selected ? 'advance' : 'decline';
        await insertDecision(api.db, { attemptId, memberId, reason: '', at: new Date(), outcome });
      }
    };
    const silent = { n: 0, needed: 10 };
    await decide('woman', 3, 6);
    await decide('man', 6, 6);
    const [few] = (await groups(admin)).questions;
    // 21 people, of whom 20 are counted; nine women are too few to say even how many they are.
    expect(few?.groups).toMatchObject([
      { answer: 'woman', selected: silent },
      { answer: 'man', selected: { n: 11 } },
      { answer: 'other', selected: silent },
    ]);
    expect(few?.groups.some((group) => 'comparison' in group)).toBe(false);

    await decide('woman', 1, 0);
    await decide('man', 3, 0);
    const { questions, step } = await groups(admin);
    expect([step, questions.map(({ question }) => question)]).toEqual([5, ['gender', 'age']]);
    const [women, men] = questions[0]?.groups ?? [];
    // Of 25 all count: 4 of 10 women and 9 of 15 men, 40 % to 60 %.
    expect(men).toMatchObject({ selected: { n: 15, estimate: { value: 0.6 } } });
    expect(men).not.toHaveProperty('comparison');
    expect(women).toMatchObject({
      selected: { n: 10, estimate: { value: 0.4 } },
      comparison: { ratio: { value: expect.closeTo(2 / 3) }, isBelow: true, isSmall: true },
    });
    // One more of them and one fewer of the others: 50 % to 53 %.
    expect(women?.comparison?.isFragile).toBe(true);
    expect(women?.comparison?.chance).toBeCloseTo(0.4283, 3);

    // One more decision changes nothing yet.
    await decide('woman', 1, 0);
    expect(await groups(admin)).toEqual({ step, questions });
    const reviewer = await signIn(api, 'reviewer');
    expect((await reviewer.get('/api/fairness/groups')).status).toBe(403);
    expect((await reviewer.get('/api/fairness/reviews')).status).toBe(403);

    await deleteDeclarationsUntil(api.db, { now: new Date('2099-01-01T12:00:00Z'), held: [] });
    expect(await countDeclarations()).toBe(0);
  });
});
