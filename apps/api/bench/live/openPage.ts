import { LiveConnection, type WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';
import type { PreparedSession } from '#testing/chaos/liveServerProcess.ts';

/** A page of a session as the web app has it, over a connection of its own. */
export type BenchPage = { socket: WorkspaceSocket; connection: LiveConnection };

export function openPage(
  url: string,
  sessionId: string,
  { as, cookie }: PreparedSession['people'][number],
): BenchPage {
  const socket: WorkspaceSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
  });
  return { socket, connection: new LiveConnection(socket, { sessionId, as }, ['code', 'board']) };
}
