/**
 * Some of the browsers of `npm run -s bench -- live`, in a process of their own: pages as the web app has them, in which everybody
 * types five keys a second, each with its cursor. Says when each key was typed, and when it came to somebody else.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { filesOf } from '@assay/workspace';
import * as Y from 'yjs';
import { waitFor } from '#testing/waitFor.ts';
import type { PreparedSession } from '#testing/chaos/liveServerProcess.ts';
import { type BenchPage, openPage } from './openPage.ts';

const file = 'src/index.ts';
/** Between two keys of one person, ms. */
const keyMs = 200;
/** Whose arrivals are noted, of each room: those of fifty would be a hundred thousand. */
const followers = 4;

export type Wanted =
  | { do: 'join'; url: string; sessions: PreparedSession[] }
  | { do: 'type'; forMs: number };
/** A key by its author and their count, and a moment on the clock that all processes share, ms. */
export type Moment = [client: number, clock: number, at: number];
export type Typed = {
  sent: Moment[];
  arrived: Moment[];
  upBytes: number;
  downBytes: number;
  /** What this process worked while they typed, as a share of one core. */
  cpuShare: number;
};

type Page = BenchPage & { follows: boolean };
let pages: Page[] = [];

process.on('disconnect', () => process.exit());
process.on('message', (wanted: Wanted) => {
  perform(wanted).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      throw error;
    },
  );
});

async function perform(wanted: Wanted): Promise<Typed | 'done'> {
  switch (wanted.do) {
    case 'join':
      pages = wanted.sessions.flatMap(({ sessionId, people }) =>
        people.map((person, place) => ({
          ...openPage(wanted.url, sessionId, person),
          follows: place < followers,
        })),
      );
      for (const page of pages) await waitFor(() => codeOf(page)?.opened === true);
      return 'done';
    case 'type':
      return type(wanted.forMs);
  }
}

const codeOf = ({ connection }: Page) => connection.view().documents.get('code');
const now = () => performance.timeOrigin + performance.now();

async function type(forMs: number): Promise<Typed> {
  const sent: Moment[] = [];
  const arrived: Moment[] = [];
  for (const page of pages) if (page.follows) follow(page, arrived);
  const wires = pages.map(({ socket }) => {
    const { ws } = socket.io.engine.transport as unknown as {
      ws: { _socket: { bytesWritten: number; bytesRead: number } };
    };
    return ws._socket;
  });
  const total = (side: 'bytesWritten' | 'bytesRead') =>
    wires.reduce((sum, wire) => sum + wire[side], 0);
  const [written, read] = [total('bytesWritten'), total('bytesRead')];
  const before = process.cpuUsage();
  const began = now();
  await Promise.all(pages.map((page, index) => typist(page, index, forMs, sent)));
  // The last keys are on their way.
  await sleep(500);
  const { user, system } = process.cpuUsage(before);
  return {
    sent,
    arrived,
    upBytes: total('bytesWritten') - written,
    downBytes: total('bytesRead') - read,
    cpuShare: (user + system) / 1_000 / (now() - began),
  };
}

function follow(page: Page, arrived: Moment[]): void {
  codeOf(page)?.doc.on(
    'update',
    (_: Uint8Array, __: unknown, ___: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) return;
      const at = now();
      for (const [client, clock] of transaction.afterState)
        for (let key = transaction.beforeState.get(client) ?? 0; key < clock; key += 1)
          arrived.push([client, key, at]);
    },
  );
}

async function typist(page: Page, index: number, forMs: number, sent: Moment[]): Promise<void> {
  const doc = codeOf(page)?.doc ?? new Y.Doc();
  const text = filesOf(doc).get(file) ?? new Y.Text();
  let cursor = Y.createRelativePositionFromTypeIndex(text, 0);
  const say = () =>
    page.connection.say({
      view: 'code',
      file,
      cursors: [Buffer.from(Y.encodeRelativePosition(cursor)).toString('base64')],
    });
  say();
  await sleep((index * 37) % keyMs);
  const end = now() + forMs;
  while (now() < end) {
    const started = now();
    sent.push([doc.clientID, Y.getState(doc.store, doc.clientID), started]);
    const at = Y.createAbsolutePositionFromRelativePosition(cursor, doc)?.index ?? 0;
    text.insert(at, 'x');
    cursor = Y.createRelativePositionFromTypeIndex(text, at + 1);
    say();
    await sleep(Math.max(0, keyMs - (now() - started)));
  }
}
