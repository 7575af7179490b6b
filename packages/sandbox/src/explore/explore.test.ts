import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { ExploreStep } from '@assay/contracts/http';
import { defaultLimits } from '@assay/contracts/verdict';
import { createJudge } from '#judge/createJudge.ts';
import type { Judge } from '#judge/Judge.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await createJudge({ warmRunners: 1, postgresRunners: 1, concurrency: 2 });
}, 60_000);
afterAll(() => judge.close());

const challenge: JudgedChallenge = {
  slug: 'counter',
  hash: '0'.repeat(64),
  port: 'http',
  entry: 'src/index.ts',
  limits: defaultLimits,
  tests: { public: {}, hidden: {} },
};
const withDatabase: JudgedChallenge = {
  ...challenge,
  seedSql:
    "create table items (id int, name text); insert into items values (1, 'mug'), (2, null);",
};
const code = `
  import express from 'express';
  let count = 0;
  const app = express();
  app.use(express.json());
  app.post('/count', (req, res) => {
    count += req.body.by;
    console.log('counted to', count);
    setTimeout(() => res.set('x-count', String(count)).json({ count }), 250);
  });
  app.get('/loop', () => { for (;;); });
  app.get('/crash', () => { process.nextTick(() => { throw new Error('out of mugs'); }); });
  app.listen(3000);
`;
const files = { 'src/index.ts': code };
const get = (path: string): ExploreStep => ({
  kind: 'http',
  method: 'GET',
  path,
  headers: [],
  body: '',
});
const count: ExploreStep = {
  kind: 'http',
  method: 'POST',
  path: '/count',
  headers: [{ name: 'Content-Type', value: 'application/json' }],
  body: '{"by":2}',
};
const sql = (text: string): ExploreStep => ({ kind: 'sql', text });

describe('exploring a solution', () => {
  it('shows each response with what was printed meanwhile', async () => {
    const exploration = await judge.explore({ challenge, files, seed: 1, steps: [count, count] });
    expect(exploration).toMatchObject({
      status: 'done',
      answers: [
        {
          response: { status: 200, headers: { 'x-count': '2' }, text: '{"count":2}', length: 11 },
          console: [{ level: 'log', text: 'counted to 2' }],
          virtualMs: 250,
        },
        { response: { text: '{"count":4}' } },
      ],
    });
  });

  it('begins afresh each time, so that the same steps have the same answers', async () => {
    const once = () => judge.explore({ challenge, files, seed: 1, steps: [count] });
    const measured = (answers: unknown) =>
      JSON.stringify(answers).replaceAll(/"cpuMs":[\d.]+/g, '');
    expect(measured(await once())).toBe(measured(await once()));
  });

  it('says what keeps an answer from coming, and answers what came before', async () => {
    const loop = await judge.explore({ challenge, files, seed: 1, steps: [count, get('/loop')] });
    expect(loop).toMatchObject({ status: 'stopped', message: expect.stringContaining('of CPU') });
    expect(loop).toMatchObject({ answers: [{ response: { status: 200 } }, { problem: {} }] });

    const crash = await judge.explore({ challenge, files, seed: 1, steps: [get('/crash')] });
    expect(crash).toMatchObject({
      status: 'stopped',
      message: expect.stringContaining('out of mugs'),
    });

    const silent = { 'src/index.ts': 'export {};' };
    expect(
      await judge.explore({ challenge, files: silent, seed: 1, steps: [get('/')] }),
    ).toMatchObject({
      answers: [{ problem: { message: expect.stringContaining('does not listen') } }],
    });
    const broken = { 'src/index.ts': 'export const x = ;' };
    expect(
      await judge.explore({ challenge, files: broken, seed: 1, steps: [get('/')] }),
    ).toMatchObject({
      status: 'compile_error',
    });
  });

  it('answers statements from the seeded database, whatever state the code is in', async () => {
    const exploration = await judge.explore({
      challenge: withDatabase,
      files: { 'src/index.ts': 'nonsense(' },
      seed: 1,
      steps: [
        sql("select id, name, now() > date '2000-01-01' as late from items order by id"),
        sql('select * from nowhere'),
        sql('select generate_series(1, 1000) as n'),
      ],
    });
    expect(exploration).toMatchObject({
      status: 'done',
      answers: [
        {
          result: {
            columns: ['id', 'name', 'late'],
            rows: [
              ['1', 'mug', 'true'],
              ['2', null, 'true'],
            ],
            count: 2,
          },
        },
        { problem: { message: expect.stringContaining('relation "nowhere" does not exist') } },
        { result: { count: 1_000 } },
      ],
    });
  });

  it('kills the runner when nobody waits any more', async () => {
    const abort = new AbortController();
    const slow = {
      ...challenge,
      limits: { ...defaultLimits, testCpuMs: 30_000, runCpuMs: 30_000 },
    };
    const exploration = judge.explore(
      { challenge: slow, files, seed: 1, steps: [get('/loop')] },
      { signal: abort.signal },
    );
    setTimeout(() => abort.abort(), 300);
    await expect(exploration).rejects.toThrow(/SIGKILL|cancelled before it began/);
  });
});
