import type { SourceFrame } from '@assay/contracts/verdict';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { ConsoleLines } from './ConsoleLines.tsx';
import { FailureDetail } from './FailureDetail.tsx';
import { formatCost } from './formatCost.ts';
import { testOutcomes } from './outcome.ts';
import { isFailing, type PresentedTest } from './presentedTest.ts';
import classes from './TestRow.module.css';

/** One test: its outcome, its title and its cost; behind it what failed, where, and what was printed. */
export function TestRow({
  test,
  onOpenFrame,
  withSuite,
}: {
  test: PresentedTest;
  onOpenFrame?: (frame: SourceFrame) => void;
  withSuite: boolean;
}) {
  const detail = useId();
  const [toggled, setToggled] = useState<boolean>();
  const hasDetail = test.failure !== undefined || test.console.length > 0;
  const open = hasDetail && (toggled ?? isFailing(test));
  const { word, tone, Icon } = testOutcomes[test.status];
  const line = (
    <>
      <Icon className={classes.icon} data-tone={tone} size={16} stroke={1.8} aria-hidden="true" />
      <VisuallyHidden>{word}: </VisuallyHidden>
      <span className={classes.title}>{test.title}</span>
      {test.status === 'passed' || test.status === 'failed' ? null : (
        <span className={classes.word} data-tone={tone}>
          {word}
        </span>
      )}
      {test.own ? <span className={classes.suite}>from the workspace</span> : null}
      {withSuite && test.suite === 'public' ? <span className={classes.suite}>public</span> : null}
      <span className={`${classes.cost} numbers`}>{formatCost(test).join(' · ')}</span>
    </>
  );
  if (!hasDetail) return <div className={classes.row}>{line}</div>;
  return (
    <>
      <UnstyledButton
        className={classes.row}
        aria-expanded={open}
        aria-controls={detail}
        onClick={() => setToggled(!open)}
      >
        {line}
        <IconChevronRight className={classes.chevron} size={14} stroke={1.8} aria-hidden="true" />
      </UnstyledButton>
      {open ? (
        <div className={classes.detail} id={detail}>
          {test.failure ? (
            <FailureDetail failure={test.failure} {...(onOpenFrame ? { onOpenFrame } : {})} />
          ) : null}
          {test.console.length > 0 ? (
            <div>
              <div className={classes.label}>Printed during this test</div>
              <ConsoleLines lines={test.console} />
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
