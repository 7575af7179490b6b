import * as Y from 'yjs';
import { createWorkspace, filesOf } from '#document/workspaceDocument.ts';

/** What an hour in the editor leaves in a workspace's log. */
export type TypedHour = {
  /** The log, the starter first. */
  entries: { at: Date; author: string; bytes: Uint8Array }[];
  keystrokes: number;
};

const hourMs = 60 * 60_000;
/** The provider waits so long for a pause, ms. */
const batchMs = 100;
const startMs = Date.UTC(2026, 0, 2, 9);

const starter = Object.fromEntries(
  ['index', 'limiter', 'store', 'clock'].map((name) => [
    `src/${name}.ts`,
    `/** The ${name} of the service. */\nexport function ${name}() {\n  return undefined;\n}\n`,
  ]),
);
const words = 'const await order return limit => { } ( ) ; total store now window key map'.split(
  ' ',
);

/**
 * An hour of somebody who never rests for long: bursts of typing with mistakes taken back, completions, pasted
 * and deleted blocks, jumps between files; grouped as the browser's provider groups it. The same for the same seed.
 */
export function hourOfTyping(seed = 1): TypedHour {
  const random = seededRandom(seed);
  const doc = createWorkspace(starter);
  const entries = [{ at: new Date(startMs), author: 'server', bytes: Y.encodeStateAsUpdate(doc) }];
  let batch: Uint8Array[] = [];
  let batchAt = 0;
  let atMs = 0;
  let keystrokes = 0;
  const flush = () => {
    if (batch.length === 0) return;
    const bytes = Y.mergeUpdates(batch);
    entries.push({ at: new Date(startMs + batchAt + batchMs), author: 'candidate', bytes });
    batch = [];
  };
  // A browser of its own, whose client id is small enough to be the same length in each run.
  const browser = new Y.Doc();
  browser.clientID = 1_000_000 + seed;
  Y.applyUpdate(browser, Y.encodeStateAsUpdate(doc));
  browser.on('update', (update: Uint8Array) => {
    if (batch.length === 0) batchAt = atMs;
    batch.push(update);
  });
  const files = [...filesOf(browser).values()];

  while (atMs < hourMs) {
    const text = files[Math.floor(random() * files.length)] ?? new Y.Text();
    let cursor = Math.floor(random() * (text.length + 1));
    const press = (change: () => void) => {
      atMs += 60 + random() * 180;
      if (batch.length > 0 && atMs - batchAt >= batchMs) flush();
      change();
      keystrokes += 1;
    };
    const type = (typed: string) => {
      text.insert(cursor, typed);
      cursor += typed.length;
    };
    const burst = 5 + Math.floor(random() * 25);
    for (let word = 0; word < burst; word += 1) {
      const chosen = words[Math.floor(random() * words.length)] ?? '';
      for (const letter of `${chosen} `) {
        press(() => type(letter));
        if (random() < 0.06 && cursor > 0) {
          press(() => text.delete((cursor -= 1), 1));
        }
      }
      if (random() < 0.15) press(() => type('\n  '));
      if (random() < 0.1) press(() => type('completedByTheEditor'));
    }
    if (random() < 0.15) press(() => type('  // a block that was pasted\n'.repeat(8)));
    if (text.length > 2_000) {
      const from = Math.floor(random() * 1_000);
      press(() => text.delete(from, 600));
    }
    // Reading, thinking, a run.
    atMs += random() < 0.3 ? random() * 40_000 : random() * 4_000;
  }
  flush();
  return { entries, keystrokes };
}

/** Numbers from 0 to 1 that repeat with the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
