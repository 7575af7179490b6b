import {
  type ClientToServerEvents,
  type ServerToClientEvents,
  WorkspaceOpen,
  type WorkspaceReply,
  WorkspaceUpdate,
} from '@assay/contracts/realtime';
import type { StaffRole } from '@assay/contracts/http';
import { findAttempt, listPinnedChallenges } from '@assay/db';
import type { UpdateResult } from '@assay/workspace';
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Services } from '#services.ts';
import { findClockRefusal } from '#attempts/attemptClock.ts';
import { socketPolicies } from '#http/policies.ts';
import { workspaceKey } from '#workspaces/workspaceLog.ts';
import { socketRooms } from './announcer.ts';
import type { SocketData } from './socketData.ts';
import { refuse, unavailable } from './socketRefusal.ts';

type WorkspaceRefusal = Extract<WorkspaceReply, { ok: false }>;
type WorkspaceSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  DefaultEventsMap,
  SocketData
>;

/** Refused messages after which a socket is closed: no client of ours sends any. */
const maxRefusals = 20;

const forbidden = refuse('forbidden', 'There is no workspace here that you can see.');
const tooOften = refuse(
  'unavailable',
  'These are more changes at once than anybody types. Keep this page open: it tries again.',
);
const malformed = refuse('malformed', 'This is not a message of a workspace.');

/** Serves the documents of workspaces to one socket. */
export function serveWorkspaces(socket: WorkspaceSocket, services: Services): void {
  let refusals = 0;
  const logged = new Set<string>();

  /** Logs each kind of refusal once for a socket: a client that goes on fills no disk. */
  function logRefusal(event: string, { code, message }: WorkspaceRefusal): void {
    const { attemptId, member } = socket.data;
    if (!logged.has(`${event} ${code}`)) {
      services.logger.warn(
        { event, code, why: message, attemptId, member: member?.id, socket: socket.id },
        'A workspace event was refused',
      );
    }
    logged.add(`${event} ${code}`);
  }

  /** Answers, whatever was thrown; a client that insists on nonsense is cut off. */
  function answer<Reply extends { ok: true } | WorkspaceRefusal>(
    event: string,
    reply: (answer: Reply | WorkspaceRefusal) => void,
    work: () => Promise<Reply | WorkspaceRefusal>,
  ): void {
    // Types say so, but a client can leave it out.
    if (typeof reply !== 'function') return;
    work()
      .catch((error: unknown) => {
        services.logger.error({ err: error }, 'A workspace event failed');
        return unavailable;
      })
      .then((result) => {
        reply(result);
        if (result.ok) return;
        logRefusal(event, result);
        if (result.code === 'malformed' || result.code === 'forbidden') refusals += 1;
        if (refusals >= maxRefusals) socket.disconnect(true);
      })
      .catch((error: unknown) =>
        services.logger.error({ err: error }, 'A workspace answer failed'),
      );
  }

  socket.on('workspace:open', (message, reply) =>
    answer('workspace:open', reply, () => open(socket, services, message)),
  );
  socket.on('workspace:update', (message, reply) =>
    answer('workspace:update', reply, () => update(socket, services, message)),
  );
}

async function open(
  socket: WorkspaceSocket,
  services: Services,
  message: unknown,
): Promise<WorkspaceReply> {
  const parsed = WorkspaceOpen.safeParse(message);
  if (!parsed.success) return malformed;
  const { stateVector, ...workspace } = parsed.data;
  if (!socket.data.meter.take()) return tooOften;
  const own = owns(socket, workspace.attemptId);
  if (!own && !mayAsStaff(socket, 'workspace:open')) return forbidden;
  const found = await findAttempt(services.db, workspace.attemptId);
  const pinned = (await listPinnedChallenges(services.db, workspace.attemptId)).find(
    ({ slug }) => slug === workspace.challenge,
  );
  if (found === undefined || pinned === undefined) return forbidden;
  const refused = findClockRefusal(found.attempt, pinned, services.now());
  if (refused?.code === 'NOT_STARTED') return refuse('unavailable', refused.message);
  // Joined first: a change in between arrives twice rather than never, and twice is once in Yjs.
  await socket.join(socketRooms.workspace(workspace));
  const opened = await services.rooms.room(workspaceKey(workspace)).open(stateVector);
  return opened.ok ? { ...opened, readOnly: !own || refused !== undefined } : opened;
}

async function update(
  socket: WorkspaceSocket,
  services: Services,
  message: unknown,
): Promise<{ ok: true } | WorkspaceRefusal> {
  const parsed = WorkspaceUpdate.safeParse(message);
  if (!parsed.success) return malformed;
  const { update: bytes, ...workspace } = parsed.data;
  const room = socketRooms.workspace(workspace);
  if (!owns(socket, workspace.attemptId)) {
    return mayAsStaff(socket, 'workspace:open')
      ? refuse('read_only', 'You can read this workspace.')
      : forbidden;
  }
  // Opening is where it is checked that there is such a workspace.
  if (!socket.rooms.has(room)) return refuse('unavailable', 'Open the workspace first.');
  if (!socket.data.meter.take()) return tooOften;
  const result = await services.rooms.room(workspaceKey(workspace)).update(bytes, 'candidate');
  if (!result.ok) return presentRefusal(result);
  if (result.entry) socket.to(room).emit('workspace:update', { ...workspace, update: bytes });
  return { ok: true };
}

function presentRefusal(result: Extract<UpdateResult, { ok: false }>): WorkspaceRefusal {
  // What is missing can still come: the client opens again and sends all that the server lacks.
  return refuse(result.code === 'gap' ? 'unavailable' : result.code, result.message);
}

function owns(socket: WorkspaceSocket, attemptId: string): boolean {
  return socket.data.attemptId === attemptId;
}

function mayAsStaff(socket: WorkspaceSocket, event: 'workspace:open'): boolean {
  const role = socket.data.member?.role;
  const allowed: readonly StaffRole[] = socketPolicies[event].staff;
  return role !== undefined && allowed.includes(role);
}
