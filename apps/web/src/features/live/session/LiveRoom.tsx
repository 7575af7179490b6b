import '@mantine/notifications/styles.layer.css';
import type { LiveStatus } from '@assay/contracts/live';
import { Notifications } from '@mantine/notifications';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { addStaffRoutes } from '#app/staffRoutes.ts';
import { EndPage } from '#features/live/lobby/EndPage.tsx';
import { TurnedAway } from '#features/live/lobby/TurnedAway.tsx';
import type { ReplayWanted } from '#features/live/replay/replayAddress.ts';
import { LiveSessionContext } from './LiveSession.ts';
import { type LivePage, useLivePage, useLiveView } from './useLivePage.ts';
import { useDetails } from './useDetails.ts';

// Guests see parts of the room that staff work in, too.
addStaffRoutes();

const TalkProvider = lazy(async () => ({
  default: (await import('#features/live/talk/TalkProvider.tsx')).TalkProvider,
}));
const ReplayOverlay = lazy(async () => ({
  default: (await import('#features/live/replay/ReplayOverlay.tsx')).ReplayOverlay,
}));
const Pad = lazy(async () => ({ default: (await import('./Pad.tsx')).Pad }));

/** What is shown to somebody outside, of the session as it is now. */
type WaitingRoomOf = (status: LiveStatus) => ReactNode;

/** A session, whatever it is at for this person: the waiting room, the pad, or its end. */
export function LiveRoom({
  sessionId,
  as,
  waitingRoom,
}: {
  sessionId: string;
  as: 'link' | 'staff';
  /** Shown to those who are not let in yet. */
  waitingRoom: WaitingRoomOf;
}) {
  const page = useLivePage(sessionId, as);
  if (page === undefined) return <Loading label="Opening the session" />;
  return <Room page={page} sessionId={sessionId} waitingRoom={waitingRoom} />;
}

function Room({
  page,
  sessionId,
  waitingRoom,
}: {
  page: LivePage;
  sessionId: string;
  waitingRoom: WaitingRoomOf;
}) {
  const { connection, presence, place } = page;
  const view = useLiveView(page);
  const { entrance, self, status } = view;
  const [replay, setReplay] = useState<ReplayWanted>();
  const isInterviewer = self?.role === 'interviewer';
  const details = useDetails(sessionId, isInterviewer ? connection.socket : undefined);

  if (entrance.kind === 'refused' || entrance.kind === 'cut')
    return <TurnedAway entrance={entrance} onComeBack={() => connection.comeBack()} />;
  if (self === undefined || status === undefined) return <Loading label="Opening the session" />;
  if (status.state === 'ended' && !isInterviewer) return <EndPage title={status.title} />;
  const own = view.roster.find(({ participantId }) => participantId === self.participantId);
  // Those who were in stay at the pad while the connection comes back.
  if (entrance.kind === 'waiting' || own === undefined) return waitingRoom(status);
  const { connected, roster, offsetMs, documents } = view;
  return (
    <LiveSessionContext
      value={{
        sessionId,
        connection,
        self: { ...self, name: own.name },
        connected,
        status,
        roster,
        offsetMs,
        documents,
        presence,
        place,
        showReplay: setReplay,
        details,
      }}
    >
      <Suspense fallback={<Loading label="Opening the pad" />}>
        <TalkProvider>
          <Pad lost={view.lost} />
        </TalkProvider>
      </Suspense>
      {replay ? (
        <Suspense fallback={null}>
          <ReplayOverlay
            sessionId={sessionId}
            title={replay.span ? 'Replay of the focus time' : `Replay: ${status.title}`}
            wanted={replay}
            onClose={() => setReplay(undefined)}
          />
        </Suspense>
      ) : null}
      <Notifications position="bottom-right" autoClose={6_000} />
    </LiveSessionContext>
  );
}
