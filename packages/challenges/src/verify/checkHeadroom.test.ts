import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Verdict } from '@assay/contracts/verdict';
import { createJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { writeChallenge } from '#fixtures/writeChallenge.ts';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { checkHeadroom } from './checkHeadroom.ts';

let challenge: Challenge;
let measured: Verdict;

beforeAll(async () => {
  const { dir, remove } = await writeChallenge();
  challenge = await loadChallenge(dir);
  await remove();
  const judge = await createJudge({ warmRunners: 1, postgresRunners: 0 });
  measured = await judge.judge({
    challenge: challenge.judged,
    files: challenge.solution,
    suite: 'all',
    seed: 1,
  });
  await judge.close();
});

/** Runs in which each test used so much CPU, ms. */
function runs(...cpuMs: number[]): Verdict[] {
  return cpuMs.map((ms) => ({
    ...measured,
    tests: measured.tests.map((test) => ({ ...test, cpuMs: ms })),
  }));
}

describe('checkHeadroom', () => {
  it('accepts a reference that uses a fifth of the limit', () => {
    expect(checkHeadroom(challenge, runs(200, 200, 200))).toMatchObject({ ok: true });
  });

  it('refuses a reference that uses more, and names the test', () => {
    const row = checkHeadroom(challenge, runs(201, 201, 201));

    expect(row).toMatchObject({ check: 'headroom', ok: false });
    expect(row.message).toContain('“doubles two”, 201.0 of 1000 ms');
    expect(row.advice).toContain('raise limits in challenge.yaml');
  });

  it('counts the whole run too', () => {
    const small = {
      ...challenge,
      judged: { ...challenge.judged, limits: { ...challenge.judged.limits, runCpuMs: 500 } },
    };
    expect(checkHeadroom(small, runs(60, 60, 60)).message).toContain(
      'the whole run, 120.0 of 500 ms',
    );
  });

  it('lets one slow moment of the machine decide nothing', () => {
    expect(checkHeadroom(challenge, runs(10, 900, 12))).toMatchObject({ ok: true });
  });
});
