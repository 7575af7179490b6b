import type { WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';

/** Between two tries to come back, ms, at most: a whole hall of candidates must not fall upon a server that starts. */
const longestPauseMs = 5_000;

/** Connects to the server's socket; the session cookie says who we are. Whoever calls it disconnects it. */
export function connectSocket({ reconnectionDelayMax = longestPauseMs } = {}): WorkspaceSocket {
  return io({
    // One transport everywhere: several servers behind one address then need no sticky sessions.
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax,
    forceNew: true,
  });
}
