import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Challenge, loadChallenge } from '@assay/challenges';
import type { TestResult, Verdict } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import {
  type Database,
  findJudged,
  insertAssessment,
  insertAttempt,
  insertChallengeVersion,
  insertSubmission,
  insertVerdict,
  lockDataFolder,
  migrate,
  openDatabase,
} from '@assay/db';
import { createJudge } from '@assay/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const limiter = fileURLToPath(
  new URL('../../../../challenges/sliding-window-rate-limiter', import.meta.url),
);

/** Making a database and a judge takes that long on a busy machine, ms. */
const patienceMs = 180_000;

let folder: string;
let challenge: Challenge;
/** Ids by what was done to the stored row. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-rejudge-'));
  challenge = await loadChallenge(limiter);
  const { db, close } = await openDatabase(folder);
  await migrate(db);
  const judge = await createJudge({ warmRunners: 1, postgresRunners: 0, concurrency: 1 });
  try {
    const judged = (files: Files) =>
      judge.judge({ challenge: challenge.judged, files, suite: 'hidden', seed: 77 });
    const passed = await judged(challenge.solution);
    const failed = await judged(challenge.starter);
    const store = await prepare(db, challenge);
    ids['passed'] = await store(challenge.solution, passed, '2026-03-01T10:00:00Z');
    ids['failed'] = await store(challenge.starter, failed, '2026-03-02T10:00:00Z');
    ids['doctored'] = await store(challenge.starter, doctor(failed), '2026-03-03T10:00:00Z');
    ids['swapped'] = await store(challenge.solution, failed, '2026-03-04T10:00:00Z');
    ids['older'] = await store(challenge.solution, byOlder(passed), '2026-03-05T10:00:00Z');
  } finally {
    await judge.close();
    await close();
  }
}, patienceMs);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As somebody would who turns one failed test and the whole into a pass. */
function doctor(verdict: Verdict): Verdict {
  const at = verdict.tests.findIndex(({ status }) => status === 'failed');
  const tests: TestResult[] = verdict.tests.map((test, index) =>
    index === at ? { ...test, status: 'passed' } : test,
  );
  return { ...verdict, tests };
}

function byOlder(verdict: Verdict): Verdict {
  const { provenance } = verdict;
  const engine = { ...provenance.engine, v8: '1.2.3' };
  return { ...verdict, provenance: { ...provenance, engine } };
}

async function prepare(db: Database, { judged, ...rest }: Challenge) {
  const at = new Date('2026-03-01T00:00:00Z');
  const { manifest, statement, starter, solution } = rest;
  await insertChallengeVersion(db, { manifest, statement, starter, solution, judged }, at);
  const assessmentId = randomUUID();
  await insertAssessment(db, {
    id: assessmentId,
    title: 'Backend engineer',
    organisation: 'Northwind',
    minutes: 60,
    rules: [],
    recorded: [],
    challengeHashes: [judged.hash],
    at,
  });
  const attempt = await insertAttempt(db, {
    assessmentId,
    candidateName: 'Ada',
    candidateEmail: 'ada@example.com',
    seed: 77,
    at,
  });
  if (attempt === undefined) throw new Error('There is no attempt.');
  return async (files: Files, verdict: Verdict, createdAt: string): Promise<string> => {
    const submission = await insertSubmission(db, {
      attemptId: attempt.id,
      challenge: judged.slug,
      challengeHash: judged.hash,
      suite: 'hidden',
      sentBy: 'candidate',
      atEnd: false,
      seed: 77,
      files,
      createdAt: new Date(createdAt),
    });
    if (submission === undefined) throw new Error('There is no submission.');
    await insertVerdict(db, submission.id, verdict, new Date(createdAt));
    return submission.id;
  };
}

async function rejudge(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, 'rejudge', ...args], {
    cwd: folder,
    env: { ASSAY_DATA_DIR: folder, ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

type Document = {
  submissions: { id: string; comparison: { outcome: string; differences?: unknown[] } }[];
};
const outcomes = (stdout: string) =>
  (JSON.parse(stdout) as Document).submissions.map(({ id, comparison }) => [
    Object.entries(ids).find(([, known]) => known === id)?.[0],
    comparison.outcome,
  ]);

describe('assay rejudge', () => {
  it('finds one submission the same, says so, and exits with 0', async () => {
    const { code, stdout } = await rejudge([ids['passed'] ?? '']);
    expect(stdout).toContain(`✓ ${ids['passed']} Same result.`);
    expect(stdout).toContain('1 the same, 0 different, 0 that cannot be compared.');
    expect(code).toBe(0);
  });

  it('finds a stored verdict that was tampered with, and names the test', async () => {
    const { code, stdout } = await rejudge([ids['doctored'] ?? '']);
    expect(stdout).toContain('Another result.');
    expect(stdout).toMatch(/“.*” was passed and is failed\./);
    expect(code).toBe(1);
  });

  it('goes through all, in order, and tells apart the same, the different and what cannot be compared', async () => {
    const { code, stdout } = await rejudge(['--all', '--json']);
    expect(outcomes(stdout)).toEqual([
      ['passed', 'same'],
      ['failed', 'same'],
      ['doctored', 'different'],
      ['swapped', 'different'],
      ['older', 'cannot'],
    ]);
    const { submissions } = JSON.parse(stdout) as Document;
    expect(submissions[3]?.comparison.differences).toContainEqual({
      what: 'input',
      parts: ['code'],
    });
    expect(submissions[4]?.comparison).toMatchObject({ differences: [] });
    expect(code).toBe(1);
  });

  it('looks only at what was submitted since a date', async () => {
    const { stdout } = await rejudge(['--all', '--since', '2026-03-05', '--json']);
    expect(outcomes(stdout)).toEqual([['older', 'cannot']]);
  });

  it('leaves the stored verdicts as they are', async () => {
    const { db, close } = await openDatabase(folder);
    const stored = await findJudged(db, ids['older'] ?? '');
    await close();
    expect(stored?.verdict?.provenance.engine.v8).toBe('1.2.3');
  });
});

describe('assay rejudge without what it needs', () => {
  it('says which program uses the data, while one does', async () => {
    const lock = await lockDataFolder(folder);
    const { code, stderr } = await rejudge(['--all']);
    await lock.release();
    expect(stderr).toContain(`Another Assay (process ${process.pid}) is using the data folder`);
    expect(code).toBe(2);
  });

  it('says so when there is no such submission, no data, or no server', async () => {
    const missing = '5e7a11ed-0000-4000-8000-000000000001';
    expect(await rejudge([missing])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`There is no submission ${missing}`),
    });
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await rejudge(['--all'], { ASSAY_DATA_DIR: empty })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no data of Assay in'),
    });
    expect(
      await rejudge(['--all'], { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/none' }),
    ).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Cannot use the database at 127\.0\.0\.1:1\/none: [^\n]*\n$/),
    });
  });

  it.each([
    ['neither an id nor --all', []],
    ['both an id and --all', ['5e7a11ed-0000-4000-8000-000000000001', '--all']],
    ['an id that is none', ['orders-api']],
    ['a date without --all', ['5e7a11ed-0000-4000-8000-000000000001', '--since', '2026-01-01']],
    ['a date that is none', ['--all', '--since', 'yesterday']],
  ])('refuses %s as wrong usage', async (_what, args) => {
    const { code, stderr } = await rejudge(args);
    expect(stderr).toContain('error:');
    expect(code).toBe(2);
  });
});
