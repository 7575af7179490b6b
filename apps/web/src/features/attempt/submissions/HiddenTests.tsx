import type { CandidateTest } from '@assay/contracts/http';
import { isFailing } from '#features/verdict/presentedTest.ts';
import classes from './HiddenTests.module.css';

type HiddenTest = Extract<CandidateTest, { suite: 'hidden' }>;

/** Hidden tests by number alone: how many hold, and a strip to see at a glance. */
export function HiddenTests({ tests }: { tests: HiddenTest[] }) {
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failing = tests.filter(isFailing).length;
  return (
    <div className={classes.hidden}>
      <div className={classes.strip} aria-hidden="true">
        {tests.map(({ number, status }) => (
          <i key={number} data-status={status} title={`Hidden test ${number}`} />
        ))}
      </div>
      <p className="numbers">
        Of {tests.length} hidden tests, {passed} {passed === 1 ? 'holds' : 'hold'} and {failing}{' '}
        {failing === 1 ? 'does' : 'do'} not. They cover what the statement asks for; their details
        stay hidden so that they are the same for everybody.
      </p>
    </div>
  );
}
