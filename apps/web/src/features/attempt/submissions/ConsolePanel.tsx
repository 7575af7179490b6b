import type { CandidateTest } from '@assay/contracts/http';
import type { LiveTest } from '@assay/contracts/live';
import { ConsoleLines } from '#features/verdict/ConsoleLines.tsx';
import { presentTests } from '#features/verdict/presentedTest.ts';
import classes from './ConsolePanel.module.css';

/** Everything that a run printed, under the test that it was printed in. */
export function ConsolePanel({
  tests,
}: {
  /** Of the run that is shown; absent when there is none. */
  tests: readonly (CandidateTest | LiveTest)[] | undefined;
}) {
  const printed = presentTests(tests ?? []).filter((test) => test.console.length > 0);
  if (printed.length === 0) {
    return (
      <p className={classes.empty}>
        {tests === undefined
          ? 'What your code prints with console.log appears here after a run.'
          : 'The code printed nothing in the tests of this run.'}
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
