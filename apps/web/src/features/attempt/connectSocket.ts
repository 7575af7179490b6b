import type { WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';

/** Connects to the server's socket; the session cookie says who we are. Whoever calls it disconnects it. */
export function connectSocket(): WorkspaceSocket {
  return io({
    // One transport everywhere: several servers behind one address then need no sticky sessions.
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    forceNew: true,
  });
}
