import type { ReviewedAttempt, ReviewedChallenge } from '@assay/contracts/http';
import { CodeHistory } from '@assay/workspace/replay';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, client } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { loadLog } from '#features/replay/loadLog.ts';
import { Replay } from '#features/replay/Replay.tsx';
import { ReplayPage } from '#features/replay/ReplayPage.tsx';
import desk from '#features/review/desk/DeskHead.module.css';
import { VerdictPanel } from '#features/review/desk/VerdictPanel.tsx';
import switches from '#panes/LinkTabs.module.css';
import { buildAttemptSource } from './buildAttemptSource.ts';

/** How the work on an attempt's challenges came about, key by key. */
export function AttemptReplayPage() {
  const { attemptId = '' } = useParams();
  const [search] = useSearchParams();
  const attempt = useQuery(api.review.getAttempt.queryOptions({ input: { attemptId } }));
  if (attempt.isPending) return <Loading label="Opening the attempt" />;
  if (attempt.isError)
    return (
      <StaffPage title="Replay">
        <ProblemNotice error={attempt.error} onRetry={() => void attempt.refetch()} />
      </StaffPage>
    );
  const { challenges } = attempt.data;
  const challenge =
    challenges.find(({ slug }) => slug === search.get('challenge')) ?? challenges[0];
  if (challenge === undefined) return null;
  return <Page attempt={attempt.data} challenge={challenge} />;
}

function Page({ attempt, challenge }: { attempt: ReviewedAttempt; challenge: ReviewedChallenge }) {
  const { id, candidateName, challenges } = attempt;
  return (
    <ReplayPage
      back={{ to: `/review/${id}?challenge=${challenge.slug}`, label: 'To the desk' }}
      title={candidateName}
      detail={attempt.assessmentTitle}
      className={desk.who}
      head={
        <nav className={switches.switch} aria-label="Challenges">
          {challenges.map(({ slug, title }) => (
            <Link
              key={slug}
              to={`?challenge=${slug}`}
              replace
              title={title}
              aria-current={slug === challenge.slug ? 'page' : undefined}
            >
              <span>{title}</span>
            </Link>
          ))}
        </nav>
      }
    >
      <Recording key={challenge.slug} attempt={attempt} challenge={challenge} />
    </ReplayPage>
  );
}

function Recording({
  attempt,
  challenge,
}: {
  attempt: ReviewedAttempt;
  challenge: ReviewedChallenge;
}) {
  const input = { attemptId: attempt.id, challenge: challenge.slug };
  const source = useQuery({
    queryKey: ['attempt replay', input],
    queryFn: async () => {
      const read = new CodeHistory();
      const [history, code] = await Promise.all([
        client.review.getHistory(input),
        loadLog(
          (after) => client.review.getHistoryUpdates({ ...input, after }),
          (updates) => read.add(updates),
        ),
      ]);
      read.dispose();
      return buildAttemptSource({ attempt, challenge, history, code, changes: read.changes });
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  if (source.isPending) return <Loading label="Opening the recording" />;
  if (source.isError)
    return <ProblemNotice error={source.error} onRetry={() => void source.refetch()} />;
  if (source.data.code.length === 0)
    return (
      <Notice title="There is nothing to replay">
        The candidate has not opened this challenge, or their work has been erased.
      </Notice>
    );
  return (
    <Replay
      source={source.data}
      start={{}}
      empty="Nothing but changes: no run, no paste, no long pause."
      output={({ id }) => (
        <VerdictPanel
          submission={challenge.submissions.find((submission) => submission.id === id)}
          mayRejudge={false}
          onOpenPlace={() => undefined}
        />
      )}
    />
  );
}
