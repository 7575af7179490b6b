import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { Loading } from '#app/Loading.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { LiveRoom } from '#features/live/session/LiveRoom.tsx';
import { TurnedAway } from './TurnedAway.tsx';
import { WaitingRoom } from './WaitingRoom.tsx';

/** A session for somebody who came by a personal link. */
export function OwnSessionPage() {
  const { sessionId = '' } = useParams();
  const own = useQuery(api.live.getOwn.queryOptions({ input: { sessionId } }));
  if (own.isPending) return <Loading label="Opening your session" />;
  if (own.isError) {
    const { code } = describeProblem(own.error);
    const message =
      'This browser does not hold a link to this session, or holds one that was replaced.';
    if (code === 'UNAUTHORIZED' || code === 'NOT_FOUND' || code === 'BAD_REQUEST')
      return (
        <TurnedAway
          entrance={{ kind: 'refused', code: 'forbidden', message }}
          onComeBack={() => undefined}
        />
      );
    return (
      <PlainPage title="Not available">
        <ProblemNotice order={1} error={own.error} onRetry={() => void own.refetch()} />
      </PlainPage>
    );
  }
  return (
    <LiveRoom
      sessionId={sessionId}
      as="link"
      waitingRoom={(status) => <WaitingRoom own={own.data} status={status} />}
    />
  );
}
