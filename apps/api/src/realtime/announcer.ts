import type { LiveRunAudience, LiveRunProgress } from '@assay/contracts/live';
import type { ClientToServerEvents, ServerToClientEvents } from '@assay/contracts/realtime';
import type { Server } from 'socket.io';
import type { LiveNodeEvents } from '#live/nodes/LiveNodes.ts';
import type { SocketData } from './socketData.ts';

/** What nodes of the API say to each other: in one order for all of them, and at most once. */
type NodeEvents = LiveNodeEvents;

export type RealtimeServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  NodeEvents,
  SocketData
>;

type MessageOf<Name extends keyof ServerToClientEvents> = Parameters<ServerToClientEvents[Name]>[0];

/** Rooms of sockets: one candidate's, one member's, who of staff may hear of attempts, authors, and who has a workspace open. */
export const socketRooms = {
  candidate: (attemptId: string) => `candidate:${attemptId}`,
  /** The pages of one member of staff. */
  member: (memberId: string) => `member:${memberId}`,
  staff: 'staff',
  authors: 'authors',
  workspace: ({ attemptId, challenge }: { attemptId: string; challenge: string }) =>
    `workspace:${attemptId}/${challenge}`,
  /** All who are in a live session, who wait for it, its interviewers, the pages of one person, and of one document. */
  live: (sessionId: string) => `live:${sessionId}`,
  liveWaiting: (sessionId: string) => `live:${sessionId}/waiting`,
  liveInterviewers: (sessionId: string) => `live:${sessionId}/interviewers`,
  /** Its interviewers as long as they may see its code. */
  liveRunsOfInterviewers: (sessionId: string) => `live:${sessionId}/interviewers/runs`,
  livePerson: (sessionId: string, participantId: string) =>
    `live:${sessionId}/person/${participantId}`,
  /** Who is in the call of a session, and each page of a session by its name. */
  liveCall: (sessionId: string) => `live:${sessionId}/call`,
  liveConnection: (sessionId: string, connection: string) =>
    `live:${sessionId}/connection/${connection}`,
  liveDocument: (sessionId: string, name: string) => `live:${sessionId}/document/${name}`,
};

/** The room of those who hear of a run: they have the code open, so who may not see it in a focus time hears of none. */
export const runAudienceRoom = (sessionId: string, audience: LiveRunAudience): string =>
  audience === 'everybody'
    ? socketRooms.liveDocument(sessionId, 'code')
    : socketRooms.liveRunsOfInterviewers(sessionId);

/** Says over sockets what has changed. Nothing is promised to arrive: clients fetch what they are told of. */
export class Announcer {
  readonly #io: RealtimeServer;

  constructor(io: RealtimeServer) {
    this.#io = io;
  }

  attemptChanged(attemptId: string): void {
    this.#io
      .to([socketRooms.candidate(attemptId), socketRooms.staff])
      .emit('attempt:changed', { attemptId });
  }

  messageWritten(attemptId: string): void {
    this.#io
      .to([socketRooms.candidate(attemptId), socketRooms.staff])
      .emit('message:written', { attemptId });
  }

  submissionJudged(message: MessageOf<'submission:judged'>): void {
    this.#io
      .to([socketRooms.candidate(message.attemptId), socketRooms.staff])
      .emit('submission:judged', message);
  }

  /** To this node's sockets only: every node hears of the progress from the queue. */
  submissionProgress(attemptId: string, message: MessageOf<'submission:progress'>): void {
    this.#io.local.to(socketRooms.candidate(attemptId)).emit('submission:progress', message);
  }

  /** To this node's sockets only, as above. */
  verificationProgress(message: MessageOf<'verification:progress'>): void {
    this.#io.local.to(socketRooms.authors).emit('verification:progress', message);
  }

  verificationFinished(message: MessageOf<'verification:finished'>): void {
    this.#io.to(socketRooms.authors).emit('verification:finished', message);
  }

  /** To this node's sockets only, as above. */
  liveRunProgress(
    place: { sessionId: string; audience: LiveRunAudience },
    progress: LiveRunProgress,
  ): void {
    const { sessionId, audience } = place;
    this.#io.local.to(runAudienceRoom(sessionId, audience)).emit('live:run_progress', progress);
  }

  /** A change that came over HTTP. */
  workspaceUpdated({
    update,
    ...workspace
  }: {
    attemptId: string;
    challenge: string;
    update: Uint8Array;
  }): void {
    const message = { ...workspace, update: Uint8Array.from(update) };
    this.#io.to(socketRooms.workspace(workspace)).emit('workspace:update', message);
  }

  candidateSignedOut(attemptId: string): void {
    this.#io.in(socketRooms.candidate(attemptId)).disconnectSockets(true);
  }

  memberSignedOut(memberId: string): void {
    this.#io.in(socketRooms.member(memberId)).disconnectSockets(true);
  }
}
