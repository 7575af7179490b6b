import { createHash } from 'node:crypto';
import { defaultLimits } from '@assay/contracts/verdict';
import type { Subject } from '../rig/Subject.ts';

/** Observes all that could differ from run to run, and puts it where the verdict shows it. */
const tests = `
  import { api, clock, logs, restart } from 'world';

  it('answers a storm', async () => {
    const paths = [...'abcdefgh'].map((name, index) => '/storm/' + name + '?hops=' + (index % 3));
    const answers = await Promise.all(paths.map((path) => api.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(8);
  });
  it('waits', async () => {
    const answers = Promise.all([30, 10, 20].map((ms) => api.get('/wait/' + ms)));
    await clock.advance(60_000);
    expect((await answers).map(({ body }) => body.waited)).toEqual([30, 10, 20]);
  });
  it('keeps what is stored over a restart', async () => {
    const before = await api.get('/stored');
    await restart();
    expect((await api.get('/stored')).body).toEqual(before.body);
  });
  it('goes on', async () => {
    expect((await api.get('/extra')).status).toBe(200);
    expect(logs.length).toBeLessThan(100);
  });
`;

/** `store` says how names are kept; `extra` is what the last test meets. */
const solution = ({ store, extra }: { store: string; extra: string }) => `
  import { createHash, randomUUID } from 'node:crypto';
  import express from 'express';
  ${store}

  const app = express();
  const arrivals = [];
  app.get('/storm/:name', async (request, response) => {
    arrivals.push(request.params.name);
    for (let hop = 0; hop < Number(request.query.hops); hop += 1) await new Promise(setImmediate);
    const id = randomUUID();
    await save(request.params.name, id);
    console.log('stored', request.params.name, { id, draw: Math.random(), at: new Date(), arrivals: [...arrivals] });
    response.json({ id });
  });
  app.get('/wait/:ms', async (request, response) => {
    const begun = performance.now();
    await new Promise((done) => setTimeout(done, Number(request.params.ms)));
    console.log('waited', request.params.ms, performance.now());
    response.json({ waited: performance.now() - begun });
  });
  app.get('/stored', async (_request, response) => {
    const names = await load();
    console.log(createHash('sha256').update(JSON.stringify(names)).digest('hex'));
    response.json({ names: names.length });
  });
  app.get('/extra', async (_request, response) => {
    ${extra}
    response.sendStatus(200);
  });
  app.listen(3000);
`;

const stores = {
  plain: {
    store: `
      const kept = new Map();
      const save = async (name, id) => void kept.set(name, id);
      const load = async () => [...'abcdefgh'];
    `,
  },
  postgres: {
    store: `
      import pg from 'pg';
      const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
      const save = (name, id) => pool.query('INSERT INTO stored (name, given) VALUES ($1, $2)', [name, id]);
      const load = async () => {
        const { rows } = await pool.query('SELECT *, random() FROM stored ORDER BY at, id');
        console.log(rows);
        return rows.map(({ name, given, at }) => ({ name, given, at }));
      };
    `,
    seedSql: `
      CREATE TABLE stored (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        given uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
    `,
  },
} as const;

const extras = {
  passing: { extra: '', statuses: ['passed'] },
  failing: {
    extra: 'if (Math.random() < 2) { response.status(500).json({ draw: Math.random() }); return; }',
    statuses: ['failed'],
  },
  looping: { extra: 'for (;;);', statuses: ['cpu_limit'] },
  crashing: {
    extra:
      "setTimeout(() => { throw new RangeError('drew ' + Math.random()); }, 5); await new Promise(() => {});",
    statuses: ['crashed'],
  },
  printing: {
    extra:
      "for (let n = 0; n < 60; n += 1) console.log('line', n, { draw: Math.random(), nested: { list: [1, 2, new Map([[n, new Date()]])] } });",
    statuses: ['passed'],
  },
} as const;

/** Submissions of every outcome, in both flavours of runners. */
export const subjects: readonly Subject[] = Object.entries(stores).flatMap(([flavour, given]) =>
  Object.entries(extras).map(([kind, { extra, statuses }]) => ({
    name: `${kind}, ${flavour}`,
    challenge: {
      slug: `exactness-${flavour}`,
      hash: createHash('sha256').update(`${flavour} ${tests}`).digest('hex'),
      port: 'http' as const,
      entry: 'index.ts',
      limits: { ...defaultLimits, testCpuMs: 300 },
      tests: { public: {}, hidden: { 'hidden.test.ts': tests } },
      ...('seedSql' in given && { seedSql: given.seedSql }),
    },
    files: { 'index.ts': solution({ store: given.store, extra }) },
    statuses,
  })),
);
