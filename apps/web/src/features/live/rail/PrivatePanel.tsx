import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { InterviewerRail } from './InterviewerRail.tsx';

/** The interviewers' rail on the page of a session. */
export function PrivatePanel() {
  const { sessionId, connection, status, offsetMs, documents, details, showReplay } =
    useLiveSession();
  const queries = useQueryClient();
  useEffect(() => {
    connection.open('notes');
    connection.open('interviewers');
    // Somebody has submitted, or the plan is another.
    const refresh = () =>
      void queries.invalidateQueries({
        queryKey: api.live.getScorecards.queryKey({ input: { sessionId } }),
      });
    connection.socket.on('live:changed', refresh);
    return () => void connection.socket.off('live:changed', refresh);
  }, [connection, queries, sessionId]);
  return (
    <InterviewerRail
      sessionId={sessionId}
      plan={details?.plan}
      status={status}
      offsetMs={offsetMs}
      notes={documents.get('notes')}
      interviewers={documents.get('interviewers')}
      onJump={status.startedAt === undefined ? undefined : (at) => showReplay({ at: at.getTime() })}
    />
  );
}
