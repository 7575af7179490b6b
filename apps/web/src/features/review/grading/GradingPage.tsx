import type { ReviewedAttempt } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import desk from '#features/review/desk/DeskHead.module.css';
import { useStaffEvents } from '#features/review/useStaffEvents.ts';
import { PageHead } from '#panes/PageHead.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { FormulaNote } from './FormulaNote.tsx';
import classes from './GradingPage.module.css';

/** All submitted reviews of an attempt side by side, what they come to, and what was decided. */
export function GradingPage() {
  const { attemptId = '' } = useParams();
  useStaffEvents();
  const attempt = useQuery(api.review.getAttempt.queryOptions({ input: { attemptId } }));
  if (attempt.isPending) return <Loading label="Opening the reviews" />;
  if (attempt.isError)
    return (
      <StaffPage title="Reviews of an attempt">
        <ProblemNotice error={attempt.error} onRetry={() => void attempt.refetch()} />
      </StaffPage>
    );
  return <Page attempt={attempt.data} />;
}

function Page({ attempt }: { attempt: ReviewedAttempt }) {
  const { grading } = attempt;
  useEffect(() => {
    document.title = `Reviews of ${attempt.candidateName} · Assay`;
  }, [attempt.candidateName]);
  return (
    <main className={classes.page}>
      <PageHead
        back={{ to: `/review/${attempt.id}`, label: 'To the desk' }}
        title={attempt.candidateName}
        heading={`Reviews of ${attempt.candidateName}`}
        detail={attempt.assessmentTitle}
        className={desk.who}
      />
      {grading === undefined ? (
        <Waiting attempt={attempt} />
      ) : (
        <div className={classes.columns}>
          <div className={classes.main}>
            {attempt.challenges.map((challenge) => (
              <ComparisonTable
                key={challenge.slug}
                attemptId={attempt.id}
                challenge={challenge}
                grading={grading}
              />
            ))}
          </div>
          <aside className={classes.side}>
            <FormulaNote attempt={attempt} grading={grading} />
            <DecisionPanel attempt={attempt} grading={grading} />
          </aside>
        </div>
      )}
    </main>
  );
}

function Waiting({ attempt: { id, reviews } }: { attempt: ReviewedAttempt }) {
  const mayOpen = reviews.own !== 'submitted';
  return (
    <div className={classes.waiting}>
      <Notice
        title={
          reviews.submitted >= reviews.wanted
            ? 'The reviews open once yours is submitted'
            : `${reviews.submitted} of ${reviews.wanted} reviews are in`
        }
        actions={mayOpen ? [{ label: 'To the desk', to: `/review/${id}` }] : []}
      >
        Reviewers judge alone: nobody sees what others gave before their own scores are in, and
        those who do not review see it once all reviews are.
      </Notice>
    </div>
  );
}
