import { z } from 'zod';
import type { LiveClientEvents, LiveServerEvents } from '#live/liveEvents.ts';
import { Slug } from '#challenge/manifest.ts';
import type { VerifyProgress } from '#challenge/verification.ts';
import type { CandidateTest } from '#http/candidate/candidateSubmission.ts';

/** One Yjs update, bytes. Counters a paste that stalls the server; larger changes go over HTTP. */
export const maxUpdateBytes = 256 * 1024;

const bytes = z.instanceof(Uint8Array);
const workspace = { attemptId: z.uuid(), challenge: Slug };

export const WorkspaceOpen = z.object({ ...workspace, stateVector: bytes });
export type WorkspaceOpen = z.infer<typeof WorkspaceOpen>;

export const WorkspaceUpdate = z.object({ ...workspace, update: bytes });
export type WorkspaceUpdate = z.infer<typeof WorkspaceUpdate>;

/** Why an event was refused: `code` for programs, `message` for people. */
export type WorkspaceRefusal = {
  ok: false;
  code: 'forbidden' | 'read_only' | 'malformed' | 'too_large' | 'unavailable';
  message: string;
};

/** What the server answers: to an opening its changes and state vector, to an update that it is on disk. */
export type WorkspaceReply =
  | { ok: true; update: Uint8Array; stateVector: Uint8Array; readOnly: boolean }
  | WorkspaceRefusal;

export type ClientToServerEvents = LiveClientEvents & {
  /** Join a workspace. The answer brings what the client lacks; it then sends what the server lacks. */
  'workspace:open': (message: WorkspaceOpen, reply: (answer: WorkspaceReply) => void) => void;
  /** A change. The answer comes once it is durable. */
  'workspace:update': (
    message: WorkspaceUpdate,
    reply: (answer: { ok: true } | WorkspaceRefusal) => void,
  ) => void;
};

export type ServerToClientEvents = LiveServerEvents & {
  /** Another client's change. */
  'workspace:update': (message: WorkspaceUpdate) => void;
  /** Results of a run so far; hidden tests have no names. */
  'submission:progress': (message: { submissionId: string; tests: CandidateTest[] }) => void;
  /** A verdict is recorded: fetch the submission. */
  'submission:judged': (message: { submissionId: string; attemptId: string }) => void;
  /** What a verification has come to so far; for authors. */
  'verification:progress': (message: VerifyProgress) => void;
  /** A verification is over: fetch it, and the challenge. */
  'verification:finished': (message: { verificationId: string; slug: string }) => void;
  /** Somebody wrote: fetch the messages of the attempt. */
  'message:written': (message: { attemptId: string }) => void;
  /** The attempt's state or clock changed: fetch the attempt. */
  'attempt:changed': (message: { attemptId: string }) => void;
};
