import { expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { boardOf, readBoard } from './boardDocument.ts';
import { describeBoard } from './describeBoard.ts';
import { rectangle } from './testScene.ts';

const text = (id: string, words: string, containerId: string | null) =>
  rectangle(id, {
    type: 'text',
    text: words,
    originalText: words,
    fontSize: 20,
    fontFamily: 5,
    lineHeight: 1.25,
    textAlign: 'center',
    verticalAlign: 'middle',
    autoResize: true,
    containerId,
  });
const arrow = (id: string, from: string | null, to: string | null, label?: string) =>
  rectangle(id, {
    type: 'arrow',
    points: [
      [0, 0],
      [9, 9],
    ],
    lastCommittedPoint: null,
    startBinding: from === null ? null : { elementId: from, focus: 0, gap: 1 },
    endBinding: to === null ? null : { elementId: to, focus: 0, gap: 1 },
    startArrowhead: null,
    endArrowhead: 'arrow',
    boundElements: label === undefined ? null : [{ id: label, type: 'text' }],
  });

it('says what a diagram says: its texts, and which leads to which', () => {
  const doc = new Y.Doc();
  const elements = [
    rectangle('box', { boundElements: [{ id: 'label', type: 'text' }] }),
    text('label', 'Orders\nservice', 'box'),
    rectangle('plain', { type: 'ellipse' }),
    text('note', 'at least once', null),
    arrow('first', 'box', 'plain', 'says'),
    text('says', 'publishes', 'first'),
    arrow('second', 'plain', null),
    arrow('loose', null, null),
  ];
  for (const element of elements) boardOf(doc).set(element.id, element);
  expect(describeBoard(readBoard(doc)).toSorted()).toEqual([
    'Orders service',
    'Orders service → an ellipse: publishes',
    'an ellipse → nothing',
    'at least once',
  ]);
});
