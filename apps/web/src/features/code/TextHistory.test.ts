import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { TextHistory } from './TextHistory.ts';

function memory() {
  let value: string | null = null;
  let leave = () => {};
  return {
    read: () => value,
    write: (written: string) => void (value = written),
    onLeave: (callback: () => void) => {
      leave = callback;
      return () => {
        leave = () => {};
      };
    },
    leave: () => leave(),
  };
}

function textOf(content: string): Y.Text {
  const text = new Y.Doc().getText('file');
  text.insert(0, content);
  return text;
}

const typeAt = (history: TextHistory, start: number, removed: number, inserted: string) =>
  history.change([{ start, removed, inserted }]);

describe('the history of a text', () => {
  it('takes back after a reload what was done before, step by step, and makes it again', () => {
    const kept = memory();
    const text = textOf('const a = 1;\n');
    const before = new TextHistory(text, kept);
    typeAt(before, 10, 1, '2');
    typeAt(before, 13, 0, 'const b = 3;\n');
    before.undo();
    before.redo();
    before.dispose();

    const reloaded = textOf(text.toString());
    const after = new TextHistory(reloaded, kept);
    typeAt(after, 0, 0, '// new\n');
    after.undo();
    after.undo();
    expect(reloaded.toString()).toBe('const a = 2;\n');
    after.undo();
    after.undo();
    expect(reloaded.toString()).toBe('const a = 1;\n');
    after.redo();
    after.redo();
    expect(reloaded.toString()).toBe('const a = 2;\nconst b = 3;\n');
    after.redo();
    expect(reloaded.toString()).toBe('// new\nconst a = 2;\nconst b = 3;\n');
  });

  it('outlives a reload right after a change', () => {
    const kept = memory();
    const text = textOf('one');
    typeAt(new TextHistory(text, kept), 3, 0, ' two');
    kept.leave();

    const reloaded = textOf('one two');
    new TextHistory(reloaded, kept).undo();
    expect(reloaded.toString()).toBe('one');
  });

  it('is forgotten where the text is another one, or where somebody else has changed it', () => {
    const kept = memory();
    const text = textOf('one');
    const before = new TextHistory(text, kept);
    typeAt(before, 3, 0, ' two');
    before.dispose();

    const other = textOf('something else');
    new TextHistory(other, kept).undo();
    expect(other.toString()).toBe('something else');

    const shared = textOf('one two');
    const history = new TextHistory(shared, kept);
    typeAt(history, 7, 0, '!');
    shared.insert(0, 'they: ');
    history.undo();
    history.undo();
    expect(shared.toString()).toBe('they: one two');
  });

  it('takes back only what this person did', () => {
    const text = textOf('');
    const history = new TextHistory(text);
    typeAt(history, 0, 0, 'mine');
    text.insert(4, ' theirs');
    history.undo();
    expect(text.toString()).toBe(' theirs');
  });

  it('begins anew when something is typed after an undo', () => {
    const kept = memory();
    const text = textOf('a');
    const before = new TextHistory(text, kept);
    typeAt(before, 1, 0, ' b');
    before.dispose();
    const reloaded = textOf('a b');
    const history = new TextHistory(reloaded, kept);
    history.undo();
    typeAt(history, 1, 0, ' c');
    history.redo();
    expect(reloaded.toString()).toBe('a c');
  });
});

/** Two people in one file, with documents of their own. */
function twoPeople() {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const texts = docs.map((doc) => doc.getText('file'));
  const deliver = () => {
    for (const [from, to] of [docs, docs.toReversed()] as Y.Doc[][])
      if (from && to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'network');
  };
  const people = texts.map((text) => ({ text, history: new TextHistory(text) }));
  const [first, second] = people;
  if (!first || !second) throw new Error('There are two people.');
  return { first, second, deliver };
}

describe('the histories of two people in one text', () => {
  it('take back only their own changes, wherever the other has typed meanwhile', () => {
    const { first, second, deliver } = twoPeople();
    typeAt(first.history, 0, 0, 'return total;');
    deliver();
    typeAt(second.history, 7, 0, 'await ');
    typeAt(first.history, 13, 0, '\n// done');
    deliver();
    first.history.undo();
    deliver();
    expect(second.text.toString()).toBe('return await total;');
    second.history.undo();
    deliver();
    expect(first.text.toString()).toBe('return total;');
    first.history.redo();
    second.history.redo();
    deliver();
    expect(first.text.toString()).toBe('return await total;\n// done');
    expect(second.text.toString()).toBe(first.text.toString());
  });

  it('leave everything that the other wrote when all of one’s own is taken back', () => {
    const edit = fc.record({
      who: fc.nat(1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      typed: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), minLength: 1, maxLength: 4 }),
      deliver: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const { first, second, deliver } = twoPeople();
        let theirs = 0;
        for (const { who, at, typed, deliver: isDelivered } of edits) {
          const { text, history } = who === 0 ? first : second;
          const written = who === 0 ? typed : typed.toUpperCase().replaceAll(/\s/g, 'X');
          if (who === 1) theirs += written.length;
          typeAt(history, Math.floor(at * text.length), 0, written);
          if (isDelivered) deliver();
        }
        deliver();
        for (let step = 0; step <= edits.length * 4; step += 1) first.history.undo();
        deliver();
        expect(first.text.toString()).toMatch(new RegExp(`^[ABX]{${theirs}}$`));
        expect(second.text.toString()).toBe(first.text.toString());
      }),
      { numRuns: 60 },
    );
  });
});
