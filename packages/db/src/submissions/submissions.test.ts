import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultLimits, type Verdict } from '@assay/contracts/verdict';
import { insertAssessment } from '#assessments/assessments.ts';
import { insertAttempt, listPinnedChallenges } from '#attempts/attempts.ts';
import { insertChallengeVersion } from '#challenges/challengeVersions.ts';
import { migrate } from '#connection/migrate.ts';
import { openPglite } from '#connection/openPglite.ts';
import { listResults } from '#reviews/reviewQueue.ts';
import { insertSubmission, insertVerdict, listSubmissions } from './submissions.ts';

const hash = 'a'.repeat(64);
const assessmentId = '00000000-0000-4000-8000-000000000001';
const at = new Date('2026-01-01T00:00:00.000Z');

let database: Awaited<ReturnType<typeof openPglite>>;
beforeAll(async () => {
  database = await openPglite('memory://');
  const { db } = database;
  await migrate(db);
  await insertChallengeVersion(
    db,
    {
      manifest: {
        title: 'Sample',
        summary: 'A sample.',
        skills: ['sampling'],
        level: 'mid',
        minutes: 30,
        port: 'module',
        entry: 'src/index.ts',
        postgres: false,
        limits: {},
        rubric: [],
        hints: [],
        showable: [],
        mutation: { score: 80, equivalent: [] },
        wrong: {},
      },
      statement: '',
      starter: {},
      solution: {},
      judged: {
        slug: 'sample',
        hash,
        port: 'module',
        entry: 'src/index.ts',
        limits: defaultLimits,
        tests: { public: {}, hidden: {} },
      },
    },
    at,
  );
  await insertAssessment(db, {
    id: assessmentId,
    title: 'Backend engineer',
    organisation: 'Northwind',
    minutes: 60,
    rules: [],
    recorded: [],
    challengeHashes: [hash],
    at,
  });
});
afterAll(() => database.close());

async function attempt(): Promise<string> {
  const added = await insertAttempt(database.db, {
    assessmentId,
    candidateName: 'Noor',
    candidateEmail: 'noor@test.example',
    seed: 7,
    at,
  });
  if (added === undefined) throw new Error('There is no such assessment.');
  return added.id;
}

function submission(attemptId: string, minute: number, code = 'x') {
  return insertSubmission(database.db, {
    attemptId,
    challenge: 'sample',
    challengeHash: hash,
    suite: 'hidden',
    sentBy: 'candidate',
    atEnd: false,
    seed: 7,
    files: { 'src/index.ts': code },
    createdAt: new Date(at.getTime() + minute * 60_000),
  });
}

function verdict(status: 'passed' | 'no_tests' | 'sandbox_error', passed: number): Verdict {
  const shared = {
    version: 1 as const,
    hallmark: '0123456789ab',
    tests: Array.from({ length: passed }, (_, index) => ({
      name: `test ${index}`,
      suite: 'hidden' as const,
      status: 'passed' as const,
      virtualMs: 0,
      cpuMs: 0,
      queries: 0,
      console: [],
    })),
    usage: { cpuMs: 0, wallMs: 0, peakProcessMb: 0 },
    provenance: {
      challenge: { slug: 'sample', hash },
      codeHash: 'c',
      suite: 'hidden' as const,
      seed: 7,
      runtimeHash: 'r',
      engine: { node: '26', v8: '14', isolatedVm: '7' },
      limits: defaultLimits,
      host: { profile: 'process' as const, judgedAt: at.toISOString() },
    },
  };
  return status === 'sandbox_error'
    ? { ...shared, status, errorId: 'e', message: 'ours' }
    : { ...shared, status };
}

describe('submissions', () => {
  it('keep their first verdict, whatever is delivered again', async () => {
    const attemptId = await attempt();
    const added = await submission(attemptId, 0);
    const id = added?.id ?? '';
    expect(await insertVerdict(database.db, id, verdict('passed', 2), at)).toBe(true);
    expect(await insertVerdict(database.db, id, verdict('no_tests', 0), at)).toBe(false);
    expect(await listSubmissions(database.db, attemptId)).toMatchObject([
      { id, state: 'judged', verdict: { status: 'passed' } },
    ]);
  });

  it('come back byte for byte, with NUL and lone surrogates', async () => {
    const attemptId = await attempt();
    const code = 'zeta = "\0 \ud800"; alpha\n';
    await submission(attemptId, 0, code);
    const [kept] = await listSubmissions(database.db, attemptId);
    expect(kept?.files).toEqual({ 'src/index.ts': code });
  });

  it('are one at a time until judged, and the last that we could judge counts', async () => {
    const attemptId = await attempt();
    const first = await submission(attemptId, 0);
    expect(await submission(attemptId, 1)).toBeUndefined();
    await insertVerdict(database.db, first?.id ?? '', verdict('passed', 3), at);
    const second = await submission(attemptId, 2);
    await insertVerdict(database.db, second?.id ?? '', verdict('sandbox_error', 0), at);
    expect(await listResults(database.db, [attemptId])).toEqual([
      { attemptId, challenge: 'sample', title: 'Sample', passed: 3, total: 3 },
    ]);
    expect(await listPinnedChallenges(database.db, attemptId)).toMatchObject([
      { slug: 'sample', hash },
    ]);
  });
});
