import { z } from 'zod';
import { Awareness, type AwarenessChange, Cursor } from './awareness.ts';
import type { CallJoined, CallMedia, CallMember, CallSignal } from './liveCall.ts';
import type { ChatAsked, ChatMessage, ChatPage, ChatSent } from './liveChat.ts';
import { LiveDocument } from './liveDocument.ts';
import type {
  LiveRun,
  LiveRunAsked,
  LiveRunPage,
  LiveRunProgress,
  LiveRunsAsked,
} from './liveRun.ts';
import type { LiveRole, LiveStatus, RosterEntry } from './liveSession.ts';

/** Updates up to this length travel as base64 text: a binary attachment costs a frame of its own. Bytes. */
export const maxTextUpdateBytes = 512;

const bytes = z.instanceof(Uint8Array);

export const WireBytes = z
  .union([z.base64().max(700), bytes])
  .describe('Base64 of at most `maxTextUpdateBytes`, or bytes.');
export type WireBytes = z.infer<typeof WireBytes>;

export const LiveJoin = z.object({
  sessionId: z.uuid(),
  as: z
    .enum(['link', 'staff'])
    .optional()
    .describe(
      "For a browser that holds both: a personal link's cookie, which goes first, or a staff sign-in.",
    ),
});
export type LiveJoin = z.infer<typeof LiveJoin>;

export const LiveOpen = z.object({
  document: LiveDocument,
  stateVector: bytes,
  clientId: z
    .int()
    .min(0)
    .max(2 ** 53 - 1)
    .describe("The `clientID` of the document that is opened. From now on it is this person's."),
});
export type LiveOpen = z.infer<typeof LiveOpen>;

export const LiveUpdate = z.tuple([LiveDocument, WireBytes, Cursor.nullish()]);
export const LiveAwareness = Awareness.nullable();

/** Why an event was refused: `code` for programs, `message` for people. */
export type LiveRefusal = {
  ok: false;
  code:
    | 'forbidden'
    /** Not open for this person yet, or at the moment: wait for `live:status` or `live:roster`, then try again. */
    | 'not_now'
    /** The change was not taken, and never will be: forget it and open the document anew. */
    | 'read_only'
    | 'malformed'
    | 'too_large'
    /** The change may be taken later: open the document again and send what the server lacks. */
    | 'unavailable'
    /** The `clientID` is somebody else's: open with another. */
    | 'client_taken';
  message: string;
};

export type LiveJoined = {
  ok: true;
  participantId: string;
  role: LiveRole;
  /** Of this socket: its own entry in `connections`. */
  connection: string;
  /** False in the waiting room: then only `live:status` and the answer to waiting come. */
  admitted: boolean;
  status: LiveStatus;
  /** Empty in the waiting room. */
  roster: RosterEntry[];
};

export type LiveOpened = {
  ok: true;
  update: Uint8Array;
  stateVector: Uint8Array;
  readOnly: boolean;
  /** Of all who can be seen, for `code` and `board`. */
  awareness: AwarenessChange[];
};

/** What a page of a session sends. One socket is in one session at a time. */
export type LiveClientEvents = {
  /** Come in, or wait to be let in. Again after each connect. */
  'live:join': (message: LiveJoin, reply: (answer: LiveJoined | LiveRefusal) => void) => void;
  'live:leave': (reply: (answer: { ok: true } | LiveRefusal) => void) => void;
  /** Bring what this side has; the answer brings what it lacks. Then send what the server lacks. */
  'live:open': (message: LiveOpen, reply: (answer: LiveOpened | LiveRefusal) => void) => void;
  'live:close': (document: LiveDocument) => void;
  /** A change, with the cursor after it. The answer comes once it is durable; the others have it by then. */
  'live:update': (
    document: LiveDocument,
    update: WireBytes,
    cursor: Cursor | null,
    reply: (answer: { ok: true } | LiveRefusal) => void,
  ) => void;
  /** Where this person is. No answer: the next one replaces it. */
  'live:awareness': (state: Awareness | null) => void;
  'live:chat_history': (
    message: ChatAsked,
    reply: (answer: ChatPage | LiveRefusal) => void,
  ) => void;
  /** A message of the chat. The answer comes once it is durable; the same id again answers the same message. */
  'live:chat': (
    message: ChatSent,
    reply: (answer: { ok: true; message: ChatMessage } | LiveRefusal) => void,
  ) => void;
  /**
   * Run the code as the server has it. The answer comes once that is durable; the same id again answers the same
   * run. `not_now` says who runs something already.
   */
  'live:run': (
    asked: LiveRunAsked,
    reply: (answer: { ok: true; run: LiveRun } | LiveRefusal) => void,
  ) => void;
  'live:run_cancel': (
    id: string,
    reply: (answer: { ok: true; run: LiveRun } | LiveRefusal) => void,
  ) => void;
  /** What was run so far, without results. After each opening of `code`: before it, the answer is `unavailable`. */
  'live:runs': (message: LiveRunsAsked, reply: (answer: LiveRunPage | LiveRefusal) => void) => void;
  /** One run with what came of it. */
  'live:run_result': (
    id: string,
    reply: (answer: { ok: true; run: LiveRun } | LiveRefusal) => void,
  ) => void;
  /** Who is in the call; `live:call` tells of changes alone. */
  'live:call_members': (
    reply: (answer: { ok: true; members: CallMember[] } | LiveRefusal) => void,
  ) => void;
  /** Join the call. Again after each `live:join`: what the server calls this page is another then. */
  'live:call_join': (media: CallMedia, reply: (answer: CallJoined | LiveRefusal) => void) => void;
  /** The microphone or the camera went on or off. */
  'live:call_media': (media: CallMedia) => void;
  'live:call_leave': () => void;
  /** A word to one other page in the call. */
  'live:signal': (
    to: string,
    signal: CallSignal,
    reply: (answer: { ok: true } | LiveRefusal) => void,
  ) => void;
};

/** What the server says to the pages of a session. */
export type LiveServerEvents = {
  /** The whole state after each change of it. */
  'live:status': (status: LiveStatus) => void;
  /** Everybody of the session after each change. Observers are always in it. */
  'live:roster': (roster: RosterEntry[]) => void;
  /** Changes of others, merged where many come at once, with cursors as they are after them. */
  'live:update': (
    document: LiveDocument,
    update: WireBytes,
    cursors?: [connection: string, cursor: Cursor][],
  ) => void;
  /**
   * What a document amounts to after a pause in which nobody changed it, a few times: open it again if this side's is
   * another, for a message was lost.
   */
  'live:digest': (document: LiveDocument, digest: number) => void;
  'live:awareness': (changes: AwarenessChange[]) => void;
  /** Somebody wrote in the chat; also to the pages of the one who did. */
  'live:chat': (message: ChatMessage) => void;
  /** A run was asked for, a judge is at it, or it ended, then with what came of it. To those who have `code` open. */
  'live:run': (run: LiveRun) => void;
  'live:run_progress': (progress: LiveRunProgress) => void;
  /** Everybody in the call after each change of it; who is not in it any more was taken out or left. */
  'live:call': (members: CallMember[]) => void;
  /** A word from another page in the call. */
  'live:signal': (from: string, signal: CallSignal) => void;
  /**
   * Open these again: changes were left out because this browser was slow, or a right has changed. Until then none
   * come.
   */
  'live:reopen': (documents: LiveDocument[]) => void;
  /** Let in from the waiting room: join again. */
  'live:admitted': () => void;
  /** Plan or prepared files changed, or a scorecard was submitted: fetch them. To interviewers only. */
  'live:changed': (message: { sessionId: string }) => void;
  /** The last word before the server closes the connection, for people. */
  'live:cut': (reason: {
    code: 'refused' | 'removed' | 'flooding' | 'hostile' | 'stalled';
    message: string;
  }) => void;
};
