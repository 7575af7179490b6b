import { afterEach, describe, expect, it } from '@jest/globals';
import { maxElementLength } from '@assay/contracts/live';
import fc from 'fast-check';
import * as Y from 'yjs';
import { BoardBinding } from './BoardBinding.ts';
import { boardOf, readBoard } from './boardDocument.ts';
import { TestScene, rectangle } from './testScene.ts';

const open: BoardBinding[] = [];
afterEach(() => {
  for (const binding of open.splice(0)) binding.dispose();
});

function person({ doc = new Y.Doc(), readOnly = false } = {}) {
  const scene = new TestScene();
  const refused: string[] = [];
  const onRefused = (reason: string) => void refused.push(reason);
  const binding = new BoardBinding(doc, scene, { readOnly, onRefused });
  open.push(binding);
  return { doc, scene, binding, refused };
}
type Person = ReturnType<typeof person>;

function exchange(one: Person, other: Person): void {
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)), 'network');
  Y.applyUpdate(
    other.doc,
    Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)),
    'network',
  );
}

/** Exchanges until nobody has anything to say any more. */
function settle(people: [Person, Person]): number {
  for (let round = 1; round <= 10; round += 1) {
    const before = people.map(({ doc }) => Y.encodeStateVector(doc).join());
    for (const { binding } of people) binding.flush();
    exchange(...people);
    if (people.map(({ doc }) => Y.encodeStateVector(doc).join()).join() === before.join())
      return round;
  }
  throw new Error('The two never came to rest.');
}

const action = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('draw', 'draw', 'draw', 'erase', 'flush', 'deliver'),
  id: fc.constantFrom('a', 'b', 'c'),
  x: fc.integer({ min: -500, max: 500 }),
  nonce: fc.nat(5),
});

describe('the binding of a whiteboard', () => {
  it('shows both people the same in the end, whatever they did at the same time', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const people: [Person, Person] = [person(), person()];
        for (const { who, what, id, x, nonce } of actions) {
          const one = people[who] ?? people[0];
          const other = people[1 - who] ?? people[1];
          if (what === 'draw') one.scene.draw(id, { x, isDeleted: false }, nonce);
          else if (what === 'erase') one.scene.erase(id, nonce);
          else if (what === 'flush') one.binding.flush();
          else Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc), 'network');
        }
        settle(people);
        const [first, second] = people;
        expect(first.scene.visible()).toEqual(second.scene.visible());
        expect(first.scene.visible()).toEqual(
          readBoard(first.doc).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('writes a stroke once, when it is over', () => {
    const { doc, scene, binding } = person();
    const updates: number[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update.length));
    for (let at = 0; at < 200; at += 1) {
      scene.draw('stroke', { x: at }, at);
      binding.sceneChanged(false);
    }
    binding.flush();
    expect(updates).toHaveLength(1);
    expect(readBoard(doc)[0]).toMatchObject({ id: 'stroke', x: 199, version: 200 });
  });

  it('keeps the newer of two concurrent changes, even where the document had taken the other', () => {
    const people: [Person, Person] = [person(), person()];
    const [first, second] = people;
    first.scene.draw('a', {}, 1);
    settle(people);
    first.scene.draw('a', { x: 1 }, 1);
    second.scene.draw('a', { x: 2 }, 1);
    second.scene.draw('a', { x: 3 }, 1);
    settle(people);
    expect(first.scene.visible()).toMatchObject([{ x: 3 }]);
    expect(second.scene.visible()).toMatchObject([{ x: 3 }]);
  });

  it('takes what was erased out of the document, and brings it back when that is undone', () => {
    const people: [Person, Person] = [person(), person()];
    const [first, second] = people;
    first.scene.draw('a', { x: 7 }, 1);
    settle(people);
    second.scene.erase('a', 1);
    settle(people);
    expect(boardOf(first.doc).size).toBe(0);
    expect(first.scene.visible()).toEqual([]);
    second.scene.draw('a', { isDeleted: false }, 1);
    settle(people);
    expect(first.scene.visible()).toMatchObject([{ id: 'a', x: 7 }]);
  });

  it('writes nothing for those who may only look, and shows them everything', () => {
    const people: [Person, Person] = [person(), person({ readOnly: true })];
    const [first, viewer] = people;
    first.scene.draw('a', {}, 1);
    viewer.scene.draw('b', {}, 1);
    viewer.binding.sceneChanged(true);
    settle(people);
    expect(boardOf(first.doc).size).toBe(1);
    expect(viewer.scene.visible()).toHaveLength(2);
  });

  it('takes pictures and what is too large off the own board again, and says why', () => {
    const { doc, scene, binding, refused } = person();
    scene.draw('picture', { type: 'image' }, 1);
    const text = { type: 'text', text: 'x'.repeat(maxElementLength) };
    scene.draw('long', text, 1);
    binding.flush();
    expect(refused.toSorted()).toEqual(['kind', 'too_large']);
    expect(scene.visible()).toEqual([]);
    expect(boardOf(doc).size).toBe(0);
  });

  it('takes back a change that made an element too large, and keeps the element', () => {
    const people: [Person, Person] = [person(), person()];
    const [first, second] = people;
    const stroke = (length: number) => ({
      type: 'freedraw',
      points: Array.from({ length }, (_, at) => [at, at]),
      pressures: [],
      simulatePressure: true,
      lastCommittedPoint: null,
    });
    first.scene.draw('a', stroke(3), 1);
    settle(people);
    first.scene.draw('a', stroke(20_000), 1);
    settle(people);
    expect(first.refused).toEqual(['too_large']);
    expect(second.scene.visible()).toMatchObject([
      {
        points: [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
      },
    ]);
    expect(first.scene.visible()).toEqual(second.scene.visible());
  });

  it('leaves a line alone of which only the first end is there', () => {
    const { doc, scene, binding, refused } = person();
    const line = { type: 'line', points: [[0, 0]], lastCommittedPoint: null };
    scene.draw('a', line, 1);
    binding.flush();
    expect(refused).toEqual([]);
    expect(scene.visible()).toHaveLength(1);
    expect(boardOf(doc).size).toBe(0);
  });

  it('says that a board is full, and lets what is there be changed', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let at = 0; at < 5_000; at += 1) boardOf(doc).set(`e${at}`, rectangle(`e${at}`));
    });
    const { scene, binding, refused } = person({ doc });
    scene.draw('one-more', {}, 1);
    scene.draw('e7', { x: 70 }, 1);
    binding.flush();
    expect(refused).toEqual(['full']);
    expect(boardOf(doc).size).toBe(5_000);
    expect(boardOf(doc).get('e7')).toMatchObject({ x: 70 });
  });
});
