import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { insertDelivery, insertMember, insertWebhook, openPostgres } from '@assay/db';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { answers } from '#testing/answers.ts';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { inviteDemoCandidate } from '#testing/inviteDemoCandidate.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const root = join(import.meta.dirname, '../../..');
const apiMain = join(root, 'apps/api/src/main.ts');
const workerMain = join(root, 'apps/worker/src/main.ts');
const run = promisify(execFile);

/** How long a message or a night may take, ms: a queue notices a dead process after 15 s. */
const patienceMs = 120_000;

let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
let redis: Awaited<ReturnType<typeof startRedisServer>>;
let client: pg.Client;
let env: Record<string, string>;
let link: string;
const nodes: Program[] = [];

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
  const port = await freePort();
  env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    PORT: String(port),
    ASSAY_URL: `http://127.0.0.1:${port}`,
    ASSAY_API_URL: `http://127.0.0.1:${port}`,
    ASSAY_SECRET: randomBytes(32).toString('hex'),
    ASSAY_WORKER_TOKEN: randomBytes(32).toString('hex'),
    ASSAY_WEBHOOK_NETWORKS: '127.0.0.1',
    ASSAY_DEMO: '0',
  };
  link = await inviteDemoCandidate(env);
  client = new pg.Client({ connectionString: postgres.url });
  // A server that is stopped ends its connections.
  client.on('error', () => {});
  await client.connect();
}, 240_000);
afterAll(async () => {
  await client.end().catch(() => {});
  for (const node of nodes) if (node.child.exitCode === null) await node.stop('SIGKILL');
  await Promise.all([redis.close(), postgres.close()]);
});

/** A node of the API; the first has the address that everybody knows. */
async function startNode(port = Number(env['PORT'])): Promise<Program> {
  const node = startProgram(apiMain, { ...env, PORT: String(port) });
  nodes.push(node);
  await answers(`http://127.0.0.1:${port}/health`).catch((error: unknown) => {
    throw new Error(`A node does not start: ${node.stderr()}`, { cause: error });
  });
  return node;
}

async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await client.query<Row>(text, values)).rows;
}

/** Waits for something true of the database or of what arrived. */
async function until<T>(look: () => Promise<T | false | undefined> | T | false | undefined) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('What was waited for did not happen.');
    await delay(100);
  }
}

describe('two nodes of the API on Redis and PostgreSQL', () => {
  const night = new Date(Date.now() - 3 * 60 * 60_000).toISOString().slice(0, 10);
  const due = Array.from({ length: 12 }, () => crypto.randomUUID());
  let one: Program;
  let two: Program;

  it('share a night that another died in: each erasure is carried out once, and none is left', async () => {
    const [assessment] = await query<{ id: string }>('select id from assessments limit 1');
    for (const id of due) {
      await query(
        'insert into candidates (id, name, email, created_at) values ($1, $2, $3, now())',
        [id, 'Due Person', `${id}@due.test`],
      );
      await query(
        'insert into attempts (id, assessment_id, candidate_id, seed, created_at) values ($1, $2, $1, 1, now())',
        [id, assessment?.id],
      );
      await query(
        "insert into erasures (attempt_id, requested_at, due_at) values ($1, now(), now() - interval '1 hour')",
        [id],
      );
    }
    // What the one that died had done stays written down.
    const done = [{ kind: 'attempt', id: crypto.randomUUID(), why: 'asked' }];
    await query('delete from retention_nights');
    await query(
      "insert into retention_nights (night, started_at, claimed_until, erased) values ($1, now(), now() - interval '1 minute', $2)",
      [night, JSON.stringify(done)],
    );
    [one, two] = await Promise.all([startNode(), startNode(await freePort())]);
    const erased = await until(async () => {
      const [row] = await query<{ erased: { id: string }[] }>(
        'select erased from retention_nights where night = $1 and finished_at is not null',
        [night],
      );
      return row?.erased;
    });
    expect(erased.map(({ id }) => id).toSorted()).toEqual(
      [...due, ...done.map(({ id }) => id)].toSorted(),
    );
    const log = await query<{ subject: string }>(
      "select subject from audit_events where action = 'attempt.erased'",
    );
    expect(log.map(({ subject }) => subject).toSorted()).toEqual(
      due.map((id) => `attempt:${id}`).toSorted(),
    );
    expect(await query("select 1 from candidates where email like '%@due.test'")).toEqual([]);
  }, 240_000);

  it('deliver each message of a webhook by one of them, and all of those that a killed one had', async () => {
    const arrived: string[] = [];
    const held: { id: string; response: ServerResponse }[] = [];
    const lost = new Set<string>();
    let isHolding = true;
    const receiver = createServer((request, response) => {
      const id = String(request.headers['webhook-id']);
      arrived.push(id);
      response.on('close', () => {
        if (!response.writableEnded) lost.add(id);
      });
      request.resume();
      if (isHolding) held.push({ id, response });
      else response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    const { db, close } = await openPostgres(postgres.url);
    const at = new Date();
    const member = { name: 'Ada', email: 'ada@recovery.test', role: 'admin' as const, at };
    await insertMember(db, member);
    const [admin] = await query<{ id: string }>('select id from users where email = $1', [
      member.email,
    ]);
    const webhook = await insertWebhook(db, {
      url: `http://127.0.0.1:${port}/`,
      description: '',
      events: ['candidate.invited'],
      createdBy: admin?.id ?? '',
      at,
    });
    const ids: string[] = [];
    for (let count = 0; count < 40; count += 1)
      ids.push(
        await insertDelivery(db, {
          webhookId: webhook?.id ?? '',
          kind: 'candidate.invited',
          data: {},
          at,
          triesLeft: 10,
        }),
      );
    await close();

    // Both have messages on their way when one of them is killed.
    const isBusy = async () => held.length >= 2 && (await busyNodes(port)) === 2;
    await until(isBusy);
    expect(await two.stop('SIGKILL')).toBe('SIGKILL');
    await until(() => lost.size > 0);
    isHolding = false;
    for (const { id, response } of held) if (!lost.has(id)) response.writeHead(204).end();
    // A minute passes: until then the dead one has its messages to itself.
    await query(
      'update webhook_deliveries set claimed_until = now() where claimed_until is not null and id = any($1)',
      [[...lost]],
    );
    await until(async () => {
      const [row] = await query<{ n: number }>(
        "select count(*)::int as n from webhook_deliveries where state = 'delivered' and webhook_id = $1",
        [webhook?.id],
      );
      return row?.n === ids.length;
    });
    // What the killed one had handed over without hearing the answer comes twice, under the same id; all else once.
    const times = (id: string) => arrived.filter((other) => other === id).length;
    expect(ids.map((id) => [id, times(id)])).toEqual(ids.map((id) => [id, lost.has(id) ? 2 : 1]));
    await new Promise((resolve) => receiver.close(resolve));
  }, 240_000);

  /** How many of the nodes have a connection to the receiver. */
  async function busyNodes(port: number): Promise<number> {
    const { stdout } = await run('ss', ['-Htnp', `dport = :${port}`]);
    return [one, two].filter(({ child }) => stdout.includes(`pid=${child.pid},`)).length;
  }
});

describe('a restored back-up', () => {
  it('made by the commands of docs/backup.md goes on without the old Redis: it serves, and judges what was queued', async () => {
    const candidate = await CandidateClient.open(link);
    await candidate.save('orders-api', { 'src/index.ts': 'export const kept = 1;\n' });
    const { id } = await candidate.submit('orders-api');
    const folder = await mkdtemp(join(tmpdir(), 'assay-backup-'));
    const { hostname, port, username } = new URL(postgres.url);
    const shell = {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: postgres.url,
        PGHOST: hostname,
        PGPORT: port,
        PGUSER: username,
      },
    };
    const address = `${username}@${hostname}:${port}`;
    const [dump = '', ...restore] = await documentedCommands(address);
    expect(dump).toContain('pg_dump');
    await run('sh', ['-ec', dump], shell);
    // The installation is lost, and its Redis with it.
    for (const node of nodes) if (node.child.exitCode === null) await node.stop('SIGKILL');
    await redis.close();
    redis = await startRedisServer();
    await run('sh', ['-ec', restore.join('\n')], shell);
    await rm(folder, { recursive: true });

    env['DATABASE_URL'] = `postgres://${address}/assay-restored`;
    env['REDIS_URL'] = redis.url;
    await startNode();
    expect((await candidate.files('orders-api'))['src/index.ts']).toBe('export const kept = 1;\n');
    expect((await candidate.submissions()).map((one) => [one.id, one.state])).toEqual([
      [id, 'queued'],
    ]);
    const worker = startProgram(workerMain, env);
    nodes.push(worker);
    await worker.prints(/Judging submissions/);
    expect((await candidate.judged(id)).verdict?.total).toBeGreaterThan(0);
    await candidate.save('orders-api', { 'src/index.ts': 'export const later = 2;\n' });
    const next = await candidate.submit('orders-api');
    expect((await candidate.judged(next.id)).state).toBe('judged');
    expect(await worker.stop('SIGTERM')).toBe(0);
  }, 300_000);

  /** The lines that operators are told to type, for PostgreSQL. */
  async function documentedCommands(address: string): Promise<string[]> {
    const page = await readFile(join(root, 'docs/backup.md'), 'utf8');
    const [, section = ''] = page.split('## PostgreSQL and Redis');
    return section
      .split('\n')
      .filter((line) => line.startsWith('    '))
      .map((line) => line.trim().replace('postgres://…/', `postgres://${address}/`));
  }
});
