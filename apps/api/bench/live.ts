/**
 * How long a key takes to the others of a live session, and what it costs: `npm run -s bench -- live`. The server is
 * in a process of its own, all browsers together in this one. Everybody types five keys a second, each with its
 * cursor, and four of a room take in what the others type.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { filesOf } from '@assay/workspace';
import * as Y from 'yjs';
import { joinLive, type LivePage, prepareSession } from '#testing/livePeople.ts';
import { startTestApi } from '#testing/startTestApi.ts';

const scenarios = [
  { rooms: 1, people: 2 },
  { rooms: 1, people: 10 },
  { rooms: 1, people: 50 },
  { rooms: 50, people: 2 },
];
/** In one room, who take in what they hear: all browsers share this process, which must not be what is measured. */
const followers = 4;
const typingMs = 10_000;
/** Between two keys of one person. */
const keyMs = 200;

type Room = { sessionId: string; cookies: string[] };
type Usage = { cpuMs: number; heapMb: number };
type Answer = { url: string; rooms: Room[] } & Usage;

if (process.argv[2] === 'serve') await serve();
else await measure();

/** The server's process: prepares rooms when asked, and says what it has used. */
async function serve(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // What it answers is the collector, by V8's own contract.
  const collect = runInNewContext('gc') as () => void;
  const api = await startTestApi();
  process.on('disconnect', () => void api.close().then(() => process.exit()));
  process.on('message', (wanted: { rooms: number; people: number }) => {
    void prepare(wanted.rooms, wanted.people).then((rooms) => {
      collect();
      const { user, system } = process.cpuUsage();
      const { heapUsed, external } = process.memoryUsage();
      const usage = { cpuMs: (user + system) / 1_000, heapMb: (heapUsed + external) / 1e6 };
      process.send?.({ url: api.url, rooms, ...usage } satisfies Answer);
    });
  });
  process.send?.('ready');

  async function prepare(count: number, people: number): Promise<Room[]> {
    const rooms: Room[] = [];
    for (let n = 0; n < count; n += 1) {
      const { host, sessionId, invite } = await prepareSession(api, { open: true });
      const cookies = [host.cookieHeader()];
      while (cookies.length < people)
        cookies.push((await invite('candidate', { admitted: true })).client.cookieHeader());
      rooms.push({ sessionId, cookies });
    }
    return rooms;
  }
}

async function measure(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ['serve']);
  await once(server, 'message');
  const ask = async (rooms: number, people: number): Promise<Answer> => {
    server.send({ rooms, people });
    const [answer] = (await once(server, 'message')) as [Answer];
    return answer;
  };
  console.log(
    'rooms  people    keys   p50 ms   p95 ms   p99 ms   up B/key  down B/key   CPU/key   memory/room',
  );
  for (const { rooms, people } of scenarios) {
    const prepared = await ask(rooms, people);
    const before = await ask(0, 0);
    const result = await type(prepared);
    const after = await ask(0, 0);
    console.log(
      [
        String(rooms).padStart(5),
        String(people).padStart(7),
        String(result.keys).padStart(7),
        ...[0.5, 0.95, 0.99].map((share) =>
          percentile(result.latencies, share).toFixed(1).padStart(8),
        ),
        (result.sentBytes / result.keys).toFixed(0).padStart(10),
        (result.receivedBytes / result.keys).toFixed(0).padStart(11),
        `${((after.cpuMs - before.cpuMs) / result.keys).toFixed(2)} ms`.padStart(9),
        `${((after.heapMb - before.heapMb) / rooms).toFixed(2)} MB`.padStart(13),
      ].join(' '),
    );
    result.close();
  }
  server.disconnect();
}

/** Lets everybody type for a while. */
async function type({ url, rooms }: Answer) {
  /** When each key was sent, by Yjs client id and clock. */
  const sent = new Map<number, Map<number, number>>();
  const latencies: number[] = [];
  const pages: LivePage[] = [];
  for (const { sessionId, cookies } of rooms) {
    for (const cookie of cookies) {
      const page = await joinLive(
        { url } as Parameters<typeof joinLive>[0],
        { cookieHeader: () => cookie },
        sessionId,
      );
      await page.open('code');
      pages.push(page);
      if (cookies.indexOf(cookie) < followers) follow(page);
      else page.socket.off('live:update');
    }
  }
  const wires = pages.map(({ socket }) => {
    const { ws } = socket.io.engine.transport as unknown as {
      ws: { _socket: { bytesWritten: number; bytesRead: number } };
    };
    return ws._socket;
  });
  const total = (side: 'bytesWritten' | 'bytesRead') =>
    wires.reduce((sum, wire) => sum + wire[side], 0);
  const [written, read] = [total('bytesWritten'), total('bytesRead')];
  const keys = await Promise.all(pages.map((page, index) => typist(page, index)));
  await sleep(500);
  return {
    keys: keys.reduce((sum, count) => sum + count, 0),
    latencies: latencies.toSorted((a, b) => a - b),
    sentBytes: total('bytesWritten') - written,
    receivedBytes: total('bytesRead') - read,
    close: () => pages.forEach(({ socket }) => socket.close()),
  };

  /** Notes for each key of the others when it arrived. */
  function follow({ docs }: LivePage): void {
    const doc = docs.get('code') ?? new Y.Doc();
    doc.on('update', (_: Uint8Array, origin: unknown, __: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== 'remote') return;
      const now = performance.now();
      for (const [client, clock] of transaction.afterState) {
        for (let at = transaction.beforeState.get(client) ?? 0; at < clock; at += 1) {
          const from = sent.get(client)?.get(at);
          if (from !== undefined) latencies.push(now - from);
        }
      }
    });
  }

  async function typist(page: LivePage, index: number): Promise<number> {
    const { docs, change, received } = page;
    const doc = docs.get('code') ?? new Y.Doc();
    const text = filesOf(doc).get('src/index.ts') ?? new Y.Text();
    const times = new Map<number, number>();
    sent.set(doc.clientID, times);
    await sleep((index * 37) % keyMs);
    const end = performance.now() + typingMs;
    let count = 0;
    let cursor = Y.createRelativePositionFromTypeIndex(text, 0);
    while (performance.now() < end) {
      const started = performance.now();
      times.set(Y.getState(doc.store, doc.clientID), started);
      const at = Y.createAbsolutePositionFromRelativePosition(cursor, doc)?.index ?? 0;
      const place = Buffer.from(Y.encodeRelativePosition(cursor)).toString('base64');
      void change('code', () => text.insert(at, 'x'), place);
      cursor = Y.createRelativePositionFromTypeIndex(text, at + 1);
      count += 1;
      // Not the memory of this process is measured, but it should not grow.
      received.length = 0;
      await sleep(Math.max(0, keyMs - (performance.now() - started)));
    }
    return count;
  }
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
