import { IconUserOff } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { describeProblem } from '#app/describeProblem.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { LobbyPage } from './lobby/LobbyPage.tsx';
import { loadMonaco } from '#features/code/loadMonaco.ts';
import { useAttempt } from './useAttempt.ts';
import { useIsSmall } from './useScreen.ts';

const loadWorkbench = async () => {
  // Side by side: the editor is the larger part. The workbench says by itself what is wrong when it does not come.
  void loadMonaco().catch(() => undefined);
  return { default: (await import('./workbench/Workbench.tsx')).Workbench };
};
const Workbench = lazy(loadWorkbench);

const DonePage = lazy(async () => ({ default: (await import('./done/DonePage.tsx')).DonePage }));

const WithdrawnPage = lazy(async () => ({
  default: (await import('./withdraw/WithdrawnPage.tsx')).WithdrawnPage,
}));

// What only a telephone shows, no computer has to fetch before the lobby.
const SmallScreenHint = lazy(async () => ({
  default: (await import('./smallScreen/SmallScreenHint.tsx')).SmallScreenHint,
}));

const SmallScreenPage = lazy(async () => ({
  default: (await import('./smallScreen/SmallScreenPage.tsx')).SmallScreenPage,
}));

/** How long the lobby has been read before the workbench is fetched, ms: pressing Start then waits for little. */
const readingMs = 2_000;

/** The candidate's one address: lobby, workbench or farewell, by the state of the attempt. */
export function AttemptPage() {
  const { attemptId = '' } = useParams();
  const attempt = useAttempt(attemptId);
  const isSmall = useIsSmall();
  const [worksHere, setWorksHere] = useState(false);
  const isWaiting = attempt.data?.state === 'invited' && !isSmall;
  useEffect(() => {
    if (!isWaiting) return undefined;
    // A failure is one of Start's, which tries again.
    const timer = setTimeout(() => void loadWorkbench().catch(() => undefined), readingMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  if (attempt.data === undefined) {
    if (!attempt.isError) return <Loading label="Opening your assessment" />;
    const { code } = describeProblem(attempt.error);
    const isLost = code === 'UNAUTHORIZED' || code === 'NOT_FOUND' || code === 'BAD_REQUEST';
    return (
      <PlainPage title="Not available">
        {isLost ? (
          <div role="alert">
            <Notice
              order={1}
              icon={<IconUserOff size={20} stroke={1.6} />}
              title="Open your invitation link again"
            >
              <p>
                This browser is not connected to this assessment, perhaps because its session ended
                or because another invitation was opened here.
              </p>
              <p>
                That changes nothing of what was saved: the link brings you back to where you were,
                or says why it no longer opens.
              </p>
            </Notice>
          </div>
        ) : (
          <ProblemNotice order={1} error={attempt.error} onRetry={() => void attempt.refetch()} />
        )}
      </PlainPage>
    );
  }

  switch (attempt.data.state) {
    case 'invited':
      return (
        <>
          <Suspense>{isSmall ? <SmallScreenHint attemptId={attemptId} /> : null}</Suspense>
          <LobbyPage attempt={attempt.data} offsetMs={attempt.offsetMs} />
        </>
      );
    case 'running':
      return isSmall && !worksHere ? (
        <SmallScreenPage
          attempt={attempt.data}
          offsetMs={attempt.offsetMs}
          onContinue={() => setWorksHere(true)}
        />
      ) : (
        <Suspense fallback={<Loading label="Opening the editor" />}>
          <Workbench attempt={attempt.data} offsetMs={attempt.offsetMs} />
        </Suspense>
      );
    case 'finished':
    case 'graded':
      return <DonePage attempt={attempt.data} />;
    case 'withdrawn':
      return <WithdrawnPage attempt={attempt.data} />;
  }
}
