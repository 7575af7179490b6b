import type { CandidateTest } from '@assay/contracts/http';
import { testOutcomes } from '#features/verdict/outcome.ts';
import { isFailing } from '#features/verdict/presentedTest.ts';
import { VisuallyHidden } from '@mantine/core';
import { describeHidden } from './describeHidden.ts';
import classes from './HiddenTests.module.css';

type HiddenTest = Extract<CandidateTest, { suite: 'hidden' }>;

/** Hidden tests: how many hold, a strip to see at a glance, and by title those whose author lets them be named. */
export function HiddenTests({ tests }: { tests: HiddenTest[] }) {
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failing = tests.filter(isFailing).length;
  const named = tests.filter(({ title }) => title !== undefined);
  return (
    <div className={classes.hidden}>
      <div className={classes.strip} aria-hidden="true">
        {tests.map(({ number, status }) => (
          <i key={number} data-status={status} title={`Hidden test ${number}`} />
        ))}
      </div>
      <p className="numbers">
        {describeHidden(tests.length, passed, failing)} They cover what the statement asks for;
        their details stay hidden so that they are the same for everybody.
      </p>
      {named.length > 0 ? (
        <>
          <h4 className={classes.label}>Those that may be named</h4>
          <ul className={classes.named}>
            {named.map(({ number, title, status }) => {
              const { word, tone, Icon } = testOutcomes[status];
              return (
                <li key={number}>
                  <Icon data-tone={tone} size={16} stroke={1.8} aria-hidden="true" />
                  <VisuallyHidden>{word}: </VisuallyHidden>
                  <span>{title?.split(' > ').at(-1)}</span>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </div>
  );
}
