import type { CandidateSubmission } from '@assay/contracts/http';
import { ConsoleLines } from '#features/verdict/ConsoleLines.tsx';
import { presentTests } from '#features/verdict/presentedTest.ts';
import classes from './ConsolePanel.module.css';

/** Everything that the last run printed, under the test that it was printed in. */
export function ConsolePanel({ submission }: { submission: CandidateSubmission | undefined }) {
  const printed = presentTests(submission?.verdict?.tests ?? []).filter(
    (test) => test.console.length > 0,
  );
  if (printed.length === 0) {
    return (
      <p className={classes.empty}>
        {submission === undefined
          ? 'What your code prints with console.log appears here after a run.'
          : 'Your code printed nothing in the public tests of this run.'}
      </p>
    );
  }
  return (
    <div className={classes.console}>
      {printed.map((test) => (
        <section key={test.key} aria-label={test.title}>
          <h4>{test.title}</h4>
          <ConsoleLines lines={test.console} />
        </section>
      ))}
    </div>
  );
}
