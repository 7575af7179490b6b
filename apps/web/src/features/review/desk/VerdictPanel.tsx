import type { ReviewSubmission } from '@assay/contracts/http';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { Diagnostics } from '#features/verdict/Diagnostics.tsx';
import { formatCost } from '#features/verdict/formatCost.ts';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import { failingFirst, isFailing, presentTests } from '#features/verdict/presentedTest.ts';
import { TestList } from '#features/verdict/TestList.tsx';
import { RejudgeButton } from './RejudgeButton.tsx';
import { RejudgeResult } from './RejudgeResult.tsx';
import classes from './VerdictPanel.module.css';

/** What the tests found in one submission, hidden ones named, with what each cost. */
export function VerdictPanel({
  submission,
  mayRejudge,
  onOpenPlace,
}: {
  submission: ReviewSubmission | undefined;
  mayRejudge: boolean;
  onOpenPlace: (place: CodePlace) => void;
}) {
  const [failingOnly, setFailingOnly] = useState(false);
  if (submission === undefined) {
    return (
      <p className={classes.empty}>
        There is no verdict: nothing was submitted for this challenge.
      </p>
    );
  }
  const { verdict, summary, rejudgement } = submission;
  if (verdict === undefined) return <Loading label="Being judged" />;
  const tests = failingFirst(presentTests(verdict.tests));
  const failing = tests.filter(isFailing);
  const queries = verdict.tests.reduce((sum, test) => sum + test.queries, 0);
  return (
    <section className={classes.panel} aria-label="Tests" tabIndex={-1}>
      <header className={classes.head}>
        <p>{summary}</p>
        <span className={`${classes.cost} numbers`}>
          {formatCost({ cpuMs: verdict.usage.cpuMs, queries }).join(' · ')}
        </span>
        <Hallmark value={verdict.hallmark}>
          {mayRejudge ? (
            <RejudgeButton
              key={submission.id}
              submissionId={submission.id}
              isRunning={rejudgement !== undefined && rejudgement.finishedAt === undefined}
            />
          ) : null}
        </Hallmark>
      </header>
      {rejudgement ? <RejudgeResult rejudgement={rejudgement} /> : null}
      {failing.length > 0 && failing.length < tests.length ? (
        <Switch
          className={classes.filter}
          size="xs"
          label={
            failing.length === 1
              ? 'Only the one that does not hold'
              : `Only the ${failing.length} that do not hold`
          }
          checked={failingOnly}
          onChange={(event) => setFailingOnly(event.currentTarget.checked)}
        />
      ) : null}
      {verdict.status === 'compile_error' ? (
        <Diagnostics diagnostics={verdict.diagnostics} onOpen={onOpenPlace} />
      ) : null}
      {verdict.status === 'crashed' ? <pre className={classes.crash}>{verdict.message}</pre> : null}
      <TestList
        key={submission.id}
        tests={failingOnly ? failing : tests}
        withSuite
        onOpenFrame={onOpenPlace}
      />
    </section>
  );
}
