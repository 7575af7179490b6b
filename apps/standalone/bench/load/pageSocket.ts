import type { WorkspaceSocket } from '@assay/workspace/browser';
import { io } from 'socket.io-client';
import type { Identity } from './Visitor.ts';

/** The connection of a page, not open yet. */
export function pageSocket({ url, address, cookie }: Identity): WorkspaceSocket {
  return io(url, {
    transports: ['websocket'],
    forceNew: true,
    // As the page's own.
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    extraHeaders: { cookie, 'x-forwarded-for': address },
  });
}
