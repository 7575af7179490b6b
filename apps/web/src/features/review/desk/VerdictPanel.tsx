import type { ReviewSubmission } from '@assay/contracts/http';
import { Loading } from '#app/Loading.tsx';
import type { CodePlace } from '#features/code/CodeView.tsx';
import { Diagnostics } from '#features/verdict/Diagnostics.tsx';
import { formatCost } from '#features/verdict/formatCost.ts';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import { presentTests } from '#features/verdict/presentedTest.ts';
import { TestList } from '#features/verdict/TestList.tsx';
import classes from './VerdictPanel.module.css';

/** What the tests found in one submission, hidden ones named, with what each cost. */
export function VerdictPanel({
  submission,
  onOpenPlace,
}: {
  submission: ReviewSubmission | undefined;
  onOpenPlace: (place: CodePlace) => void;
}) {
  if (submission === undefined) {
    return <p className={classes.empty}>There is no verdict: nothing was submitted for this challenge.</p>;
  }
  const { verdict, summary } = submission;
  if (verdict === undefined) return <Loading label="Being judged" />;
  const queries = verdict.tests.reduce((sum, test) => sum + test.queries, 0);
  return (
    <section className={classes.panel} aria-label="Tests" tabIndex={-1}>
      <header className={classes.head}>
        <p>{summary}</p>
        <span className={`${classes.cost} numbers`}>
          {formatCost({ cpuMs: verdict.usage.cpuMs, queries }).join(' · ')}
        </span>
        <Hallmark value={verdict.hallmark} />
      </header>
      {verdict.status === 'compile_error' ? (
        <Diagnostics diagnostics={verdict.diagnostics} onOpen={onOpenPlace} />
      ) : null}
      {verdict.status === 'crashed' ? <pre className={classes.crash}>{verdict.message}</pre> : null}
      <TestList key={submission.id} tests={presentTests(verdict.tests)} withSuite onOpenFrame={onOpenPlace} />
    </section>
  );
}
