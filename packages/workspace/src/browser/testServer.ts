import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  ClientToServerEvents,
  ServerToClientEvents,
  WorkspaceReply,
} from '@assay/contracts/realtime';
import { maxUpdateBytes } from '@assay/contracts/realtime';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import type { WorkspaceSocket } from './WorkspaceProvider.ts';

type Refusal = Extract<WorkspaceReply, { ok: false }>;

/** A workspace server over real sockets whose moods a test sets: slow, refusing, silent, losing messages. */
export type TestServer = {
  doc: Y.Doc;
  /** Every update that was acknowledged, in order. */
  log: Uint8Array[];
  /** Openings answered so far. */
  openings(): number;
  mood: {
    refuse?: Refusal | undefined;
    readOnly?: boolean;
    /** Never acknowledges, as a dead process behind a live proxy. */
    silent?: boolean;
    /** Loses what it should pass on to others. */
    mute?: boolean;
  };
  connect(): WorkspaceSocket;
  dropConnections(): void;
  close(): Promise<void>;
};

/** Starts the server on a free port of the loopback interface. */
export async function startTestServer(): Promise<TestServer> {
  const doc = new Y.Doc();
  const log: Uint8Array[] = [];
  const mood: TestServer['mood'] = {};
  let openings = 0;
  const http = createServer();
  const server = new Server<ClientToServerEvents, ServerToClientEvents>(http);
  server.on('connection', (socket) => {
    socket.on('workspace:open', (message, reply) => {
      if (mood.silent) return;
      if (mood.refuse) return reply(mood.refuse);
      openings += 1;
      reply({
        ok: true,
        update: Y.encodeStateAsUpdate(doc, message.stateVector),
        stateVector: Y.encodeStateVector(doc),
        readOnly: mood.readOnly ?? false,
      });
    });
    socket.on('workspace:update', (message, reply) => {
      if (mood.silent) return;
      if (mood.refuse) return reply(mood.refuse);
      if (message.update.byteLength > maxUpdateBytes)
        return reply({ ok: false, code: 'too_large', message: 'This change is too large.' });
      log.push(message.update);
      Y.applyUpdate(doc, message.update);
      if (!mood.mute) socket.broadcast.emit('workspace:update', message);
      reply({ ok: true });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const sockets: WorkspaceSocket[] = [];
  return {
    doc,
    log,
    openings: () => openings,
    mood,
    connect() {
      const socket: WorkspaceSocket = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        forceNew: true,
        reconnectionDelay: 50,
        reconnectionDelayMax: 50,
      });
      sockets.push(socket);
      return socket;
    },
    dropConnections() {
      for (const socket of server.sockets.sockets.values()) socket.conn.close();
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await server.close();
    },
  };
}
