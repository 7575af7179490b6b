import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listChildren } from '#confinement/listChildren.ts';
import { createJudge } from '#judge/createJudge.ts';
import type { Judge } from '#judge/Judge.ts';
import { loadPrograms } from './loadPrograms.ts';
import { loadTargets } from './loadTargets.ts';
import { runHostile } from './runHostile.ts';
import type { ProgramReport } from './tryProgram.ts';

let judge: Judge;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-hostile-'));
  judge = await createJudge({ warmRunners: 1, postgresRunners: 0, concurrency: 1 });
});
afterAll(async () => {
  await judge.close();
  await rm(folder, { recursive: true });
});

const expected = {
  category: 'cpu',
  covers: 'a test of the suite itself',
  at: 'judge',
  target: 'module',
  verdict: ['failed'],
};

/** Writes a program and tries it. */
async function tried(expectation: object, code = 'export const add = () => 0;\n') {
  const name = `p${Math.trunc(performance.now() * 1_000)}`;
  await mkdir(join(folder, name, 'submission'), { recursive: true });
  await writeFile(join(folder, name, 'submission/index.ts'), code);
  await writeFile(
    join(folder, name, 'expected.json'),
    JSON.stringify({ ...expected, ...expectation }),
  );
  const programs = await loadPrograms([name], folder);
  const [report] = await runHostile(programs, judge, { atOnce: 1 });
  return report as ProgramReport;
}

describe('a hostile program', () => {
  it('is reported as ended as it must when it does', async () => {
    const report = await tried({ tests: { adds: 'failed' } });
    expect(report).toMatchObject({ got: 'failed', problems: [] });
  });

  it('is reported when it gets another verdict', async () => {
    expect((await tried({ verdict: ['cpu_limit'] })).problems).toEqual([
      expect.stringContaining('the verdict is failed'),
    ]);
  });

  it('is reported when a test ends otherwise', async () => {
    expect((await tried({ tests: { adds: 'passed' } })).problems).toEqual([
      'the test "adds" is failed and not passed',
    ]);
  });

  it('is reported when it passes a bound', async () => {
    const { problems } = await tried({ bounds: { wallMs: 0, runnerMb: -1, workerMb: -1 } });
    expect(problems).toEqual([
      expect.stringContaining('it took'),
      expect.stringContaining('its runner grew by'),
      expect.stringContaining('the worker grew by'),
    ]);
  });

  it('is reported when the candidate is not told what they must be', async () => {
    const report = await tried({ says: 'something else', verdict: ['failed'] });
    expect(report.problems).toEqual(['the candidate is not told "something else"']);
  });

  it('is reported when something of it is left', async () => {
    const children: ChildProcess[] = [];
    const leaving: Judge = {
      ...judge,
      judge: async (request, options) => {
        if (request.files['src/index.ts']?.includes('leave'))
          // More than runners that may still be about to end when the count begins.
          for (let count = 0; count < 5; count += 1)
            children.push(spawn('sleep', ['60'], { stdio: 'ignore' }));
        return judge.judge(request, options);
      },
    };
    const name = 'leaves';
    await mkdir(join(folder, name, 'submission'), { recursive: true });
    await writeFile(join(folder, name, 'submission/index.ts'), '// leave\nexport {};\n');
    await writeFile(join(folder, name, 'expected.json'), JSON.stringify(expected));
    const [report] = await runHostile(await loadPrograms([name], folder), leaving, { atOnce: 1 });
    for (const child of children) child.kill();
    expect(report?.problems).toEqual([expect.stringMatching(/^[1-5] processes are left$/)]);
  });

  it('cannot be without an expectation that makes sense', async () => {
    await expect(tried({ verdict: [] })).rejects.toThrow('expected.json');
    await expect(loadPrograms(['nowhere'], folder)).rejects.toThrow('no hostile program "nowhere"');
  });
});

describe('the programs that come with the sandbox', () => {
  it('are at least 110, of every kind', async () => {
    const programs = await loadPrograms();
    const kinds = new Set(programs.map(({ expected: { category } }) => category));
    expect(programs.length).toBeGreaterThanOrEqual(110);
    expect([...kinds].toSorted()).toEqual(
      ['cpu', 'escape', 'forging', 'intake', 'memory', 'output', 'stealing'].toSorted(),
    );
  });
});

describe('a runner that is killed between two tests', () => {
  it("is the sandbox's fault, and the next submission passes", async () => {
    const { module } = await loadTargets();
    const challenge = module.challenge({ testCpuMs: 20_000, runCpuMs: 60_000 });
    // Long enough between the tests for the signal to come in time.
    const slow = 'export const describe = () => { for (let n = 0; n < 2e9; n += 1); };';
    const files = { 'src/index.ts': `export const add = () => 7;\n${slow}\n` };
    const request = { challenge, files, suite: 'hidden', seed: 1 } as const;
    let killed = false;
    const verdict = await judge.judge(request, {
      onTest: () => {
        if (!killed) for (const pid of listChildren(process.pid)) process.kill(pid, 'SIGKILL');
        killed = true;
      },
    });
    expect(verdict.status).toBe('sandbox_error');
    expect(verdict.tests.length).toBeLessThan(6);
    expect((await judge.judge({ ...request, files: module.honest })).status).toBe('passed');
  });
});
