import type { LiveSession as LiveSessionDetails } from '@assay/contracts/http';
import type { LiveDocument, LiveRole, LiveStatus, RosterEntry } from '@assay/contracts/live';
import type { LiveConnection, LiveDocumentProvider } from '@assay/workspace/browser';
import { createContext, useContext } from 'react';
import type { OwnPlace } from '#features/live/presence/OwnPlace.ts';
import type { ReplayWanted } from '#features/live/replay/replayAddress.ts';
import type { PresenceStates } from '#features/live/presence/PresenceStates.ts';

/** A live session as one page of it sees it: what every part of the page builds on. */
export type LiveSession = {
  sessionId: string;
  /** Its `socket` is joined to the session; `open` opens further documents of one's own or of the interviewers. */
  connection: LiveConnection;
  self: { participantId: string; role: LiveRole; connection: string; name: string };
  /** Whether there is a connection at the moment. */
  connected: boolean;
  status: LiveStatus;
  /** Everybody, as the server says: names, colours, connections, who is frozen. */
  roster: readonly RosterEntry[];
  /** How far the server's clock is ahead of this computer's, ms. */
  offsetMs: number;
  /** Those that are open: `code` and `board` always. A document that the server refused changes of is another one. */
  documents: ReadonlyMap<LiveDocument, LiveDocumentProvider>;
  /** Where the others are. */
  presence: PresenceStates;
  /** Where oneself is, to be told. */
  place: OwnPlace;
  /** Shows the recording over the pad, from a moment on or a stretch of it; for interviewers. */
  showReplay: (wanted: ReplayWanted) => void;
  /** Plan, prepared files, participants: for interviewers, once they are fetched. */
  details: LiveSessionDetails | undefined;
};

export const LiveSessionContext = createContext<LiveSession | undefined>(undefined);

/** The session that the page is in. Throws outside of one. */
export function useLiveSession(): LiveSession {
  const session = useContext(LiveSessionContext);
  if (session === undefined) throw new Error('This part belongs on the page of a live session.');
  return session;
}
