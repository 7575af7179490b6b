import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { JudgedChallenge } from '@assay/contracts/challenge';
import { createQueues, type Queues } from '@assay/queue';
import { createJudge } from '@assay/sandbox';
import { pino } from 'pino';
import { startWorker } from '#startWorker.ts';
import { openQueue, type QueueKind } from '../rig/openQueue.ts';

/** A worker under test, and the queues that lead to it. */
export type Target = {
  /** The process that runs the worker. */
  pid: number;
  queues: Queues;
  /** Ends the worker, and then what was started for it. */
  stop(): Promise<void>;
};

type Content = ReadonlyMap<string, JudgedChallenge>;

const entry = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const token = 'the-token-of-the-soak';

/**
 * On Redis, the worker as operators run it, in a process of its own that gets its challenges over HTTP.
 * On PGlite, which one process alone may use, the worker of an embedded installation in this process.
 */
export async function startTarget(
  kind: Extract<QueueKind, 'pglite' | 'redis'>,
  content: Content,
  concurrency: number,
): Promise<Target> {
  const queue = await openQueue(kind);
  const queues = createQueues(queue.connection);
  const { connection } = queue;
  const worker =
    'url' in connection
      ? await startProcess(connection.url, content, concurrency)
      : await startHere(queues, content, concurrency);
  return {
    pid: worker.pid,
    queues,
    stop: async () => {
      await worker.stop();
      await queues.close();
      await queue.close();
    },
  };
}

async function startHere(queues: Queues, content: Content, concurrency: number) {
  const judge = await createJudge({ concurrency });
  const worker = startWorker({
    queues,
    judge,
    content: async (hash) => find(content, hash),
    concurrency,
    logger: pino({ level: 'silent' }),
  });
  await worker.ready();
  return {
    pid: process.pid,
    stop: async () => {
      await worker.close();
      await judge.close();
    },
  };
}

async function startProcess(redisUrl: string, content: Content, concurrency: number) {
  const server = await serveContent(content);
  const { port } = server.address() as AddressInfo;
  const worker = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      REDIS_URL: redisUrl,
      ASSAY_API_URL: `http://127.0.0.1:${port}`,
      ASSAY_WORKER_TOKEN: token,
      ASSAY_CONCURRENCY: String(concurrency),
    },
  });
  await sayingThatItJudges(worker);
  const { pid } = worker;
  if (pid === undefined) throw new Error('The worker did not start.');
  return {
    pid,
    stop: async () => {
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      await ended;
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Resolves with the first line that says so; what is logged later is dropped. */
function sayingThatItJudges(worker: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)));
    worker.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Judging submissions')) resolve();
    });
  });
}

async function serveContent(content: Content): Promise<Server> {
  const server = createServer((request, response) => {
    const hash = request.url?.split('/').at(-1) ?? '';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(find(content, hash)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function find(content: Content, hash: string): JudgedChallenge {
  const challenge = content.get(hash);
  if (challenge === undefined) throw new Error(`There is no challenge version ${hash}.`);
  return challenge;
}
