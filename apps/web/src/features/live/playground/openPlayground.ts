import type { AwarenessChange, RosterEntry } from '@assay/contracts/live';
import * as Y from 'yjs';
import { OwnPlace } from '#features/live/presence/OwnPlace.ts';
import { PresenceStates } from '#features/live/presence/PresenceStates.ts';

/** One of the two people of the playground, with documents of their own. */
export type PlaygroundPerson = {
  entry: RosterEntry;
  code: Y.Doc;
  files: Y.Map<Y.Text>;
  board: Y.Doc;
  presence: PresenceStates;
  place: OwnPlace;
};

export type Playground = {
  people: [PlaygroundPerson, PlaygroundPerson];
  roster: RosterEntry[];
};

const starter = {
  'src/app.ts':
    "import express from 'express';\nimport { placeOrder } from './orders.ts';\n\nexport const app = express();\napp.use(express.json());\n\napp.post('/orders', async (request, response) => {\n  const order = await placeOrder(request.body);\n  response.status(201).json(order);\n});\n",
  'src/orders.ts':
    'type Order = { id: string; lines: { sku: string; quantity: number }[] };\n\nexport async function placeOrder(order: Order): Promise<Order> {\n  // Who else has to know?\n  return order;\n}\n',
};

const roster: RosterEntry[] = [
  entry('Sam Ortiz', 'interviewer', '#1971c2'),
  // A name that a page must not take for anything else.
  entry('Noor “;}*{display:none}” <b>Haddad</b>', 'candidate', '#e8590c'),
];

/** Two people on one page, connected without a server: what one does reaches the other at once. */
export function openPlayground(): Playground {
  const [code, board] = [new Y.Doc(), new Y.Doc()];
  const files = code.getMap<Y.Text>('files');
  code.transact(() => {
    for (const [path, content] of Object.entries(starter)) files.set(path, new Y.Text(content));
  });
  const presences = [new PresenceStates(), new PresenceStates()] as const;
  const person = (self: 0 | 1, ownCode: Y.Doc, ownBoard: Y.Doc): PlaygroundPerson => {
    const [me, other] = [roster[self], presences[self === 0 ? 1 : 0]];
    if (me === undefined) throw new Error('The roster has two people.');
    const connection = me.connections[0] ?? '';
    return {
      entry: me,
      code: ownCode,
      files: ownCode.getMap<Y.Text>('files'),
      board: ownBoard,
      presence: presences[self],
      place: new OwnPlace((state) => other.apply([[connection, state] satisfies AwarenessChange])),
    };
  };
  return {
    people: [person(0, code, board), person(1, connect(code), connect(board))],
    roster,
  };
}

/** A second document that always becomes the same as this one. */
function connect(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), doc);
  const pass = (from: Y.Doc, to: Y.Doc) =>
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from);
    });
  pass(doc, other);
  pass(other, doc);
  return other;
}

function entry(name: string, role: RosterEntry['role'], colour: string): RosterEntry {
  return {
    participantId: role,
    role,
    name,
    colour,
    presence: 'present',
    connections: [`page of the ${role}`],
    frozen: false,
  };
}
