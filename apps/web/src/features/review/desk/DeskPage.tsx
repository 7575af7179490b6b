import type { ReviewedAttempt } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { NoticeFrame } from '#app/NoticeFrame.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { useComments } from '#features/review/comments/useComments.ts';
import { RubricRail } from '#features/review/rubric/RubricRail.tsx';
import { useStaffEvents } from '#features/review/useStaffEvents.ts';
import separators from '#panes/Resizable.module.css';
import { DeskHead } from './DeskHead.tsx';
import { DeskKeyHelp } from './DeskKeyHelp.tsx';
import classes from './DeskPage.module.css';
import { SubmissionDetail } from './SubmissionDetail.tsx';
import { SubmissionList } from './SubmissionList.tsx';
import { useCodeKeys } from './useCodeKeys.ts';
import { useDeskKeys } from './useDeskKeys.ts';

/** How often the desk asks whether a second run is done, ms; nobody else is told of it. */
const rejudgePollMs = 1_000;

/** One attempt to read and to grade: submissions, code with its tests, rubric. */
export function DeskPage() {
  const { attemptId = '' } = useParams();
  useStaffEvents();
  const attempt = useQuery(
    api.review.getAttempt.queryOptions({
      input: { attemptId },
      refetchInterval: ({ state }) => (isRunningAgain(state.data) ? rejudgePollMs : false),
    }),
  );
  if (attempt.isPending) return <Loading label="Opening the attempt" />;
  if (attempt.isError) {
    return (
      <StaffPage
        title="Attempt"
        action={
          <Button component={Link} to="/review" variant="default">
            All reviews
          </Button>
        }
      >
        <NoticeFrame>
          <ProblemNotice error={attempt.error} onRetry={() => void attempt.refetch()} />
        </NoticeFrame>
      </StaffPage>
    );
  }
  return <Desk key={attemptId} attempt={attempt.data} />;
}

/** When the time of the assessment would be over for an attempt that runs. */
function endOf({ startedAt, minutes }: ReviewedAttempt): string | undefined {
  if (startedAt === undefined) return undefined;
  return new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
}

function isRunningAgain(attempt: ReviewedAttempt | undefined): boolean {
  return (attempt?.challenges ?? []).some(({ submissions }) =>
    submissions.some(({ rejudgement }) => rejudgement && rejudgement.finishedAt === undefined),
  );
}

function Desk({ attempt }: { attempt: ReviewedAttempt }) {
  const [search, setSearch] = useSearchParams();
  const layout = useDefaultLayout({
    id: 'assay/desk',
    panelIds: ['submissions', 'work', 'rubric'],
  });
  const [keysOpen, setKeysOpen] = useState(false);
  useDeskKeys();
  useCodeKeys({ '?': () => setKeysOpen(true) });
  const comments = useComments(attempt);
  useEffect(() => {
    document.title = `${attempt.candidateName} · Assay`;
  }, [attempt.candidateName]);

  const wanted = search.get('submission');
  const challenge =
    attempt.challenges.find(({ submissions }) => submissions.some(({ id }) => id === wanted)) ??
    attempt.challenges.find(({ slug }) => slug === search.get('challenge')) ??
    attempt.challenges[0];
  if (challenge === undefined) return null;
  const chosen =
    challenge.submissions.find(({ id }) => id === wanted) ??
    challenge.submissions.find(({ id }) => id === challenge.countsId) ??
    challenge.submissions[0];

  // What one looks at stays what it is: the code, what changed, or the comments.
  const choose = (id: string) =>
    setSearch(
      (now) => {
        now.set('challenge', challenge.slug);
        now.set('submission', id);
        return now;
      },
      { replace: true },
    );

  return (
    <main className={classes.desk}>
      <DeskHead
        attempt={attempt}
        active={challenge.slug}
        submissionId={chosen?.id}
        onKeys={() => setKeysOpen(true)}
      />
      <DeskKeyHelp opened={keysOpen} onClose={() => setKeysOpen(false)} />
      <Group className={separators.group} {...layout} orientation="horizontal">
        <Panel id="submissions" defaultSize={248} minSize={200} maxSize={400}>
          <SubmissionList
            challenge={challenge}
            startedAt={attempt.startedAt}
            endedAt={attempt.finishedAt ?? endOf(attempt)}
            chosenId={chosen?.id}
            onChoose={choose}
          />
        </Panel>
        <Separator className={separators.column} aria-label="Width of the submissions" />
        <Panel id="work" minSize={360}>
          <SubmissionDetail
            key={challenge.slug}
            attemptId={attempt.id}
            challenge={challenge}
            submission={chosen}
            comments={comments}
            // Interviewers read: who may review has a review, if only an empty one.
            mayReview={attempt.review !== undefined}
            onSubmission={choose}
          />
        </Panel>
        <Separator className={separators.column} aria-label="Width of the rubric" />
        <Panel id="rubric" defaultSize={368} minSize={288} maxSize={560}>
          <RubricRail attempt={attempt} active={challenge.slug} beforeSubmit={comments.settle} />
        </Panel>
      </Group>
    </main>
  );
}
