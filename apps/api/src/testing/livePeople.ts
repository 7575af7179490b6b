import { LiveParticipant, LiveSession } from '@assay/contracts/http';
import type { AwarenessChange, LiveDocument, LiveStatus, RosterEntry } from '@assay/contracts/live';
import { filesOf } from '@assay/workspace';
import * as Y from 'yjs';
import { z } from 'zod';
import { decodeWire, encodeWire } from '#live/LiveRelay.ts';
import { type ApiClient, apiClient } from './apiClient.ts';
import { connectSocket } from './connectSocket.ts';
import { signIn } from './people.ts';
import type { TestApi } from './startTestApi.ts';

const Added = z.object({ participant: LiveParticipant, link: z.url().optional() });

/** A live session with its first interviewer; `open` says whether it has started. */
export async function prepareSession(
  api: Pick<TestApi, 'url' | 'db' | 'createSignInLink'>,
  options: { open?: boolean; from?: object; plan?: object; prepared?: object[] } = {},
) {
  const host = await signIn(api, 'interviewer');
  const created = await host.post('/api/live/sessions', {
    title: 'Rate limiter, together',
    minutes: 60,
    from: options.from ?? { kind: 'challenge', slug: 'sample' },
    ...(options.plan && { plan: options.plan }),
    ...(options.prepared && { prepared: options.prepared }),
  });
  const session = LiveSession.parse(created.body);
  const path = `/api/live/sessions/${session.id}`;
  if (options.open) await host.post(`${path}/start`);

  /** Adds somebody with a personal link and opens it in a browser of theirs; with `admitted`, lets them in. */
  async function invite(
    role: 'candidate' | 'observer',
    { name = `The ${role}`, admitted = false } = {},
  ) {
    const answer = await host.post(`${path}/participants`, { role, name });
    const { participant, link = '' } = Added.parse(answer.body);
    const client = apiClient(api);
    const opened = await client.post('/api/live/link', { token: link.split('/').at(-1) });
    if (opened.status !== 200) throw new Error(`Opening the link failed: ${opened.text}`);
    if (admitted) await host.post(`${path}/participants/${participant.id}/admit`, { admitted });
    return { client, participantId: participant.id, link };
  }
  return { host, session, sessionId: session.id, path, invite };
}

export type LivePage = Awaited<ReturnType<typeof joinLive>>;

/** A page of a session: a socket that has joined, and all that it received. */
export async function joinLive(
  api: Pick<TestApi, 'url'>,
  client: Pick<ApiClient, 'cookieHeader'>,
  sessionId: string,
) {
  const socket = await connectSocket(api, client);
  const received: unknown[][] = [];
  const docs = new Map<LiveDocument, Y.Doc>();
  socket.onAny((...event: unknown[]) => received.push(event));
  socket.on('live:update', (document, update) => {
    const doc = docs.get(document);
    if (doc) Y.applyUpdate(doc, decodeWire(asBytes(update)), 'remote');
  });
  const joined = await socket.emitWithAck('live:join', { sessionId });

  return {
    socket,
    joined,
    received,
    docs,
    /** What came under a name, in order. */
    heard: (name: string) => received.filter(([event]) => event === name),
    roster: () => last<RosterEntry[]>(received, 'live:roster'),
    status: () => last<LiveStatus>(received, 'live:status'),
    awareness: () =>
      received
        .filter(([event]) => event === 'live:awareness')
        .flatMap(([, changes]) => changes as AwarenessChange[]),
    open: async (document: LiveDocument) => {
      const doc = docs.get(document) ?? new Y.Doc();
      docs.set(document, doc);
      const answer = await socket.emitWithAck('live:open', {
        document,
        stateVector: Uint8Array.from(Y.encodeStateVector(doc)),
        clientId: doc.clientID,
      });
      if (answer.ok) Y.applyUpdate(doc, new Uint8Array(answer.update), 'remote');
      return answer;
    },
    /** Changes a document as its browser would, and sends it. */
    change: async (document: LiveDocument, work: (doc: Y.Doc) => void, cursor?: string) => {
      const doc = docs.get(document) ?? new Y.Doc();
      const before = Y.encodeStateVector(doc);
      doc.transact(() => work(doc));
      const update = Uint8Array.from(Y.encodeStateAsUpdate(doc, before));
      return socket.emitWithAck('live:update', document, encodeWire(update), cursor ?? null);
    },
    text: (file = 'src/index.ts') => {
      const doc = docs.get('code');
      return doc ? filesOf(doc).get(file)?.toString() : undefined;
    },
  };
}

/** Types at the start of a file. */
export const typing =
  (text: string, file = 'src/index.ts') =>
  (doc: Y.Doc): void =>
    filesOf(doc).get(file)?.insert(0, text);

/** Node delivers attachments as Buffer. */
const asBytes = (wire: string | Uint8Array) =>
  typeof wire === 'string' ? wire : new Uint8Array(wire);

function last<T>(received: unknown[][], name: string): T | undefined {
  return received.findLast(([event]) => event === name)?.[1] as T | undefined;
}
