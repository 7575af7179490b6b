import type { ClientToServerEvents, ServerToClientEvents } from '@assay/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import type { ApiClient } from './apiClient.ts';
import type { TestApi } from './startTestApi.ts';

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A socket with the cookies of a client; rejects when the server does not admit it. */
export function connectSocket(
  { url }: Pick<TestApi, 'url'>,
  client: Pick<ApiClient, 'cookieHeader'>,
  headers: Record<string, string> = {},
): Promise<TestSocket> {
  const socket: TestSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: client.cookieHeader(), ...headers },
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}
