import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { filesOf, readFiles } from '#document/workspaceDocument.ts';
import { GuardedDocument } from '#document/guardedDocument.ts';
import { splitUpdate } from './splitUpdate.ts';

const maxBytes = 64 * 1024;

/** Numbers between 0 and 1 that are the same each time. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function docWith(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}

const starter = new Y.Doc();
for (const name of ['a.ts', 'b.ts', 'c.ts'])
  filesOf(starter).set(name, new Y.Text(`// ${name}\n`.repeat(2_000)));

/** Types, pastes, deletes, creates and removes files, as several visits do that build on each other. */
function workOffline(random: () => number): Y.Doc {
  let doc = docWith(Y.encodeStateAsUpdate(starter));
  for (let visit = 0; visit < 4; visit += 1) {
    const files = filesOf(doc);
    for (let step = 0; step < 60; step += 1) {
      const names = [...files.keys()];
      const text = files.get(names[Math.floor(random() * names.length)] ?? '');
      const at = Math.floor(random() * (text?.length ?? 0));
      const what = random();
      if (text === undefined || what < 0.05)
        files.set(`new-${visit}-${step}.ts`, new Y.Text('new\n'));
      else if (what < 0.1 && names.length > 2) files.delete(names[0] ?? '');
      else if (what < 0.4) text.delete(at, Math.min(text.length - at, 400));
      else if (what < 0.6) text.insert(at, 'ü€🙂'.repeat(Math.floor(random() * 3_000)));
      else text.insert(at, 'word ');
    }
    doc = docWith(Y.encodeStateAsUpdate(doc));
  }
  return doc;
}

describe('an update that is too large for one message', () => {
  it.each([1, 2, 3, 4, 5])(
    'arrives in pieces that each build on those before, and is whole (seed %d)',
    (seed) => {
      const offline = workOffline(randomOf(seed));
      const missing = Y.encodeStateAsUpdate(offline, Y.encodeStateVector(starter));
      const pieces = splitUpdate(missing, maxBytes);
      expect(pieces.length).toBeGreaterThan(2);
      const guarded = new GuardedDocument();
      guarded.load(Y.encodeStateAsUpdate(starter), 'server');
      for (const piece of pieces) {
        expect(piece.byteLength).toBeLessThanOrEqual(maxBytes);
        expect(guarded.check(piece, 'candidate')).toMatchObject({ ok: true });
      }
      guarded.commit();
      expect(readFiles(guarded.doc)).toEqual(readFiles(offline));
      expect(Y.encodeStateVector(guarded.doc)).toEqual(Y.encodeStateVector(offline));
      // Nothing is left to say, and saying it once more changes nothing.
      for (const piece of pieces)
        expect(guarded.check(piece, 'candidate')).toEqual({ ok: true, changed: false });
    },
  );

  it('takes no more room on the way than before or after', () => {
    const offline = docWith(Y.encodeStateAsUpdate(starter));
    const text = filesOf(offline).get('a.ts');
    text?.delete(0, text.length);
    text?.insert(0, 'x'.repeat(200_000));
    const before = docWith(Y.encodeStateAsUpdate(starter));
    const longest: number[] = [];
    for (const piece of splitUpdate(
      Y.encodeStateAsUpdate(offline, Y.encodeStateVector(starter)),
      maxBytes,
    )) {
      Y.applyUpdate(before, piece);
      longest.push(filesOf(before).get('a.ts')?.length ?? 0);
    }
    expect(Math.max(...longest)).toBe(200_000);
    expect(longest.at(0)).toBe(0);
  });

  it('never cuts a character in half', () => {
    const doc = new Y.Doc();
    // One unit before, so that every even place is the middle of a pair.
    filesOf(doc).set('a.ts', new Y.Text(`x${'🙂'.repeat(60_000)}`));
    const whole = new Y.Doc();
    for (const piece of splitUpdate(Y.encodeStateAsUpdate(doc), maxBytes))
      Y.applyUpdate(whole, piece);
    expect(readFiles(whole)).toEqual(readFiles(doc));
  });

  it('is left alone when it is not', () => {
    const update = Y.encodeStateAsUpdate(starter);
    expect(splitUpdate(update, update.byteLength)).toEqual([update]);
  });
});
