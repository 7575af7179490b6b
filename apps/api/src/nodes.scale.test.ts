import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { filesOf } from '@assay/workspace';
import { Redis } from 'ioredis';
import * as Y from 'yjs';
import { forgetOldMessages, nodeStream } from '#realtime/connectNodes.ts';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { connectSocket } from '#testing/connectSocket.ts';
import { makeToken, signIn } from '#testing/people.ts';
import { startNode } from '#testing/startNode.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { waitFor } from '#testing/waitFor.ts';
import { demoChallenges } from '#demo/demoContent.ts';

let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
let redis: Awaited<ReturnType<typeof startRedisServer>>;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
});
afterAll(async () => {
  await Promise.all([postgres.close(), redis.close()]);
});

const startTestNode = () => startNode({ postgres: postgres.url, redis: redis.url });

describe('two nodes of the API', () => {
  it('show the same workspace and tell each other of verdicts', async () => {
    const [one, two] = await Promise.all([startTestNode(), startTestNode()]);
    const judging = one.queues.consumeJudge(
      async (job) => {
        await one.queues.enqueueVerdict({
          submissionId: job.submissionId,
          verdict: sampleVerdict(job),
        });
      },
      { concurrency: 1 },
    );
    await judging.ready();
    const { candidate } = await one.seedDemo();
    const client = apiClient(one);
    const opened = await client.post('/api/candidate/session', {
      token: candidate.split('/').at(-1),
    });
    const { attemptId } = opened.body as { attemptId: string };
    await client.post(`/api/attempts/${attemptId}/start`);
    const sockets = [await connectSocket(one, client), await connectSocket(two, client)] as const;
    const challenge = demoChallenges[0] ?? '';
    const open = async (index: 0 | 1) => {
      const doc = new Y.Doc();
      const stateVector = Uint8Array.from(Y.encodeStateVector(doc));
      const answer = await sockets[index].emitWithAck('workspace:open', {
        attemptId,
        challenge,
        stateVector,
      });
      if (answer.ok) Y.applyUpdate(doc, new Uint8Array(answer.update));
      sockets[index].on('workspace:update', ({ update }) =>
        Y.applyUpdate(doc, new Uint8Array(update)),
      );
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'typing') return;
        const message = { attemptId, challenge, update: Uint8Array.from(update) };
        sockets[index].emit('workspace:update', message, () => {});
      });
      return doc;
    };
    const docs = [await open(0), await open(1)] as const;
    const text = (doc: Y.Doc) => filesOf(doc).get('src/index.ts');
    for (let turn = 0; turn < 20; turn += 1) {
      const doc = docs[turn % 2 === 0 ? 0 : 1];
      doc.transact(() => text(doc)?.insert(0, `${turn};`), 'typing');
    }
    await waitFor(
      () =>
        text(docs[0])?.toString() === text(docs[1])?.toString() &&
        text(docs[0])?.toString().includes('19;'),
    );
    const saved = await apiClientLike(two, client).get(
      `/api/attempts/${attemptId}/workspaces/${challenge}`,
    );
    expect(saved.body).toMatchObject({ files: { 'src/index.ts': text(docs[0])?.toString() } });

    // Whichever node takes the verdict, both candidates' sockets hear of it.
    const judged = sockets.map((socket) => once(socket as never, 'submission:judged'));
    await client.post(`/api/attempts/${attemptId}/submissions`, { challenge, suite: 'public' });
    const told = await Promise.all(judged);
    expect(told.map(([message]) => message as { attemptId: string })).toEqual([
      expect.objectContaining({ attemptId }),
      expect.objectContaining({ attemptId }),
    ]);
    for (const socket of sockets) socket.close();
    await judging.close();
    await Promise.all([one.close(), two.close()]);
  });
});

it('requests by a token count together, whichever node they come to', async () => {
  const [one, two] = await Promise.all([startTestNode(), startTestNode()]);
  const { secret } = await makeToken(one, await signIn(one, 'admin'), ['candidates:read']);
  const leftAt = async (node: { url: string }) => {
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await fetch(`${node.url}/api/me`, { headers });
    return Number(/"600-in-1min"; r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
  };
  await waitFor(async () => (await leftAt(one)) === (await leftAt(two)) + 1);
  await Promise.all([one.close(), two.close()]);
});

it('what nodes told each other is removed from Redis after some minutes, since it has what people type', async () => {
  const client = new Redis(redis.url);
  const minuteMs = 60_000;
  const lengthWithout = async (olderMs: number) => {
    await forgetOldMessages(client, olderMs);
    return client.xlen(nodeStream);
  };
  expect(await lengthWithout(10 * minuteMs)).toBeGreaterThan(0);
  expect(await lengthWithout(-minuteMs)).toBe(0);
  client.disconnect();
});

/** The same browser, speaking to another node. */
function apiClientLike(node: { url: string }, client: ApiClient): ApiClient {
  const other = apiClient(node);
  for (const [name, value] of client.cookies) other.cookies.set(name, value);
  return other;
}

describe('the process of the API', () => {
  async function run(env: Record<string, string>) {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    const child = spawn(process.execPath, [main], { env });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, errors: () => errors, output: () => output };
  }
  const env = () => ({
    PORT: '0',
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    ASSAY_URL: 'http://assay.test',
    ASSAY_SECRET: 's'.repeat(32),
    ASSAY_WORKER_TOKEN: 't'.repeat(16),
  });

  it('ends with one line and code 1 when the database is down', async () => {
    const { child, errors } = await run({
      ...env(),
      DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/assay',
    });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(errors()).toMatch(/^Cannot use the database at 127\.0\.0\.1:1\/assay: [^\n]+\n$/);
    expect(errors()).not.toContain('secret');
  });

  it('serves until a signal, and then ends by itself', async () => {
    const { child, output, errors } = await run(env());
    await waitFor(() => output().includes('Serving') || errors() !== '');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect([code, errors()]).toEqual([0, '']);
  });
});
