import { setTimeout as sleep } from 'node:timers/promises';
import { filesOf } from '@assay/workspace';
import { seededRandom } from '@assay/workspace/testing';
import * as Y from 'yjs';
import { waitFor } from '#testing/waitFor.ts';
import { chaosDocuments, ChaosPage, chaosFile } from './ChaosPage.ts';
import type { LiveServer } from './LiveServer.ts';
import type { PreparedSession } from './liveServerProcess.ts';

/** Before the server is killed, and after it is back, ms. */
const disturbedMs = 2_500;
/** What is promised: all have the same so long after the last fault and the last key, ms. */
const quietMs = 3_000;
const people = ['interviewer', 'candidate', 'candidate', 'observer'] as const;

export type ChaosResult = {
  seed: number;
  /** Messages that were lost, doubled or late, and connections that were torn down. */
  faults: number;
  cuts: number;
  /** Lines and shapes that were written and not taken back. */
  written: number;
  /** What is not as promised; empty when all is. */
  problems: string[];
};

/**
 * Lets people work in one session for each seed over lines that lose, double, delay and cut, kills the server in the
 * midst of it together with one page of each session, and compares what everybody has with the log after 3 s of quiet.
 */
export async function runChaos(server: LiveServer, seeds: number[]): Promise<ChaosResult[]> {
  const rooms: Room[] = [];
  for (const seed of seeds)
    rooms.push(new Room(server.url, seed, await server.ask('prepare', [...people])));
  try {
    await waitFor(() => rooms.every((room) => room.pages.every((page) => page.isReady)));
    const working = new AbortController();
    const work = rooms.map((room) => room.work(working.signal));
    await sleep(disturbedMs);
    await server.kill();
    for (const room of rooms) room.loseOne();
    await server.restart();
    await sleep(disturbedMs);
    working.abort();
    await Promise.all(work);
    await sleep(quietMs);
    const results: ChaosResult[] = [];
    for (const room of rooms) results.push(await room.compare(server));
    return results;
  } finally {
    for (const room of rooms) for (const page of room.pages) page.close();
  }
}

class Room {
  readonly pages: ChaosPage[];
  readonly #gone: ChaosPage[] = [];
  readonly #url: string;
  readonly #seed: number;
  readonly #session: PreparedSession;
  #cuts = 0;

  constructor(url: string, seed: number, session: PreparedSession) {
    this.#url = url;
    this.#seed = seed;
    this.#session = session;
    this.pages = session.people.map((_, index) => this.#open(index, `p${index}`));
  }

  /** Lets everybody write, and things go wrong, until `signal` says that it is enough. */
  async work(signal: AbortSignal): Promise<void> {
    await Promise.all(
      people.map(async (role, index) => {
        const random = seededRandom(this.#seed * 1_000 + index);
        this.pages[index]?.line.disturb();
        while (!signal.aborted) {
          await sleep(20 + random() * 180);
          // By its place: one of them is replaced by another.
          const page = this.pages[index];
          if (signal.aborted || page === undefined) break;
          if (role !== 'observer' && page.isReady) page.act();
          if (random() < 0.03) this.#cut(page);
        }
        this.pages[index]?.line.calm();
      }),
    );
  }

  /** A page is gone with all that the server has not acknowledged; its person opens another. */
  loseOne(): void {
    const index = 1 + (this.#seed % 2);
    const page = this.pages[index];
    if (page === undefined) return;
    page.close();
    this.#gone.push(page);
    this.pages[index] = this.#open(index, `q${index}`);
    this.pages[index].line.disturb();
  }

  async compare(server: LiveServer): Promise<ChaosResult> {
    const problems: string[] = [];
    for (const name of chaosDocuments) {
      const doc = new Y.Doc();
      for (const update of await server.ask('log', this.#session.sessionId, name))
        Y.applyUpdate(doc, update);
      const wanted = describe(doc, name);
      for (const page of this.pages) {
        if (describe(page.doc(name), name) !== wanted)
          problems.push(`${page.name} has another ${name} than the log`);
        const { kind } = page.connection.view().documents.get(name)?.saveState ?? {};
        if (kind !== 'saved') problems.push(`${page.name} says of its ${name}: ${kind}`);
        for (const written of page.wrote[name])
          if (count(doc, name, written) !== 1)
            problems.push(
              `${written} of ${page.name} is ${count(doc, name, written)} times in ${name}`,
            );
      }
      for (const page of this.#gone)
        for (const written of page.acknowledged[name])
          if (count(doc, name, written) !== 1)
            problems.push(
              `${written}, which was saved, is ${count(doc, name, written)} times in ${name}`,
            );
    }
    const all = [...this.pages, ...this.#gone];
    return {
      seed: this.#seed,
      faults: all.reduce((sum, { line }) => sum + line.faults, 0),
      cuts: this.#cuts,
      written: this.pages.reduce((sum, { wrote }) => sum + wrote.code.size + wrote.board.size, 0),
      problems,
    };
  }

  #open(index: number, name: string): ChaosPage {
    const person = this.#session.people[index];
    if (person === undefined) throw new Error('There is nobody of this number.');
    const random = seededRandom(this.#seed * 1_000 + 100 + index);
    return new ChaosPage(this.#url, this.#session.sessionId, person, { name, random });
  }

  #cut(page: ChaosPage): void {
    this.#cuts += 1;
    page.line.cut();
  }
}

/** All that a document is: what it shows, what it counts, and what is deleted in it. */
function describe(doc: Y.Doc, name: 'code' | 'board'): string {
  const shown =
    name === 'code'
      ? [...filesOf(doc)].map(([path, text]): [string, unknown] => [path, text.toString()])
      : [...doc.getMap('elements')];
  const byKey = (a: [unknown, unknown], b: [unknown, unknown]) =>
    String(a[0]) < String(b[0]) ? -1 : 1;
  const { sv, ds } = Y.snapshot(doc);
  return JSON.stringify([shown.sort(byKey), [...sv].sort(byKey), [...ds.clients].sort(byKey)]);
}

function count(doc: Y.Doc, name: 'code' | 'board', written: string): number {
  if (name === 'board') return doc.getMap('elements').has(written) ? 1 : 0;
  const text = filesOf(doc).get(chaosFile)?.toString() ?? '';
  return text.split('\n').filter((line) => line === written).length;
}
