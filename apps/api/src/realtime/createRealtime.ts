import { Server } from 'socket.io';
import type { Services } from '#services.ts';
import { isOwnOrigin } from '#http/originCheck.ts';
import { roomPolicies } from '#http/policies.ts';
import { serveLive } from '#live/serveLive.ts';
import { readSessions } from '#sessions/sessions.ts';
import { type RealtimeServer, socketRooms } from './announcer.ts';
import { RateMeter } from './rateMeter.ts';
import { serveWorkspaces } from './serveWorkspaces.ts';

/** One message of a socket, bytes. Above the largest update, below what stalls the server. */
const maxMessageBytes = 512 * 1024;

/** The socket server, without connections yet. WebSockets only, so that several nodes need no sticky sessions. */
export function createRealtime(publicUrl: string): RealtimeServer {
  return new Server({
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    // A browser sends cookies along from any page; only ours may use them.
    allowRequest: ({ headers }, answer) => {
      const { origin, host } = headers;
      answer(null, origin === undefined || isOwnOrigin(origin, host, publicUrl));
    },
  });
}

/** Admits sockets by their cookies and serves their events. */
export function serveSockets(io: RealtimeServer, services: Services): void {
  io.use((socket, next) => {
    const sessions = readSessions(services, { cookie: socket.handshake.headers.cookie });
    Promise.all([sessions.candidateAttempt(), sessions.staff(), sessions.liveParticipant()]).then(
      ([attemptId, staff, participant]) => {
        const member = staff?.member;
        socket.data = { attemptId, member, meter: new RateMeter() };
        next(
          attemptId === undefined && member === undefined && participant === undefined
            ? new Error('UNAUTHORIZED')
            : undefined,
        );
      },
      (error: unknown) => {
        services.logger.error({ err: error }, 'A socket could not be admitted');
        next(new Error('UNAVAILABLE'));
      },
    );
  });
  io.on('connection', (socket) => {
    const { attemptId, member } = socket.data;
    serveWorkspaces(socket, services);
    serveLive(socket, services);
    const rooms = [
      ...(attemptId === undefined ? [] : [socketRooms.candidate(attemptId)]),
      ...(member === undefined ? [] : [socketRooms.member(member.id)]),
      ...(['staff', 'authors'] as const).filter(
        (room) => member !== undefined && roomPolicies[room].includes(member.role),
      ),
    ];
    services.background.run('join rooms', async () => socket.join(rooms));
    if (attemptId !== undefined)
      services.background.run('record a connection', () =>
        services.connections.follow(services, attemptId, socket),
      );
  });
}
