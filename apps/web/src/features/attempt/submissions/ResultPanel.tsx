import type { CandidateTest, CandidateVerdict } from '@assay/contracts/http';
import type { LiveTest } from '@assay/contracts/live';
import { Button, Loader } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconBan,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconPlayerStop,
} from '@tabler/icons-react';
import { Diagnostics } from '#features/verdict/Diagnostics.tsx';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import type { Tone } from '#features/verdict/outcome.ts';
import { presentTests } from '#features/verdict/presentedTest.ts';
import { TestList } from '#features/verdict/TestList.tsx';
import { verdictOutcomes } from '#features/verdict/verdictOutcome.ts';
import { HiddenTests } from './HiddenTests.tsx';
import classes from './ResultPanel.module.css';

export type OpenPlace = (place: { file: string; line: number; column: number }) => void;

/** What came of a run, whoever ran it. */
export type ShownRun = {
  id: string;
  state: 'unfinished' | 'judged' | 'cancelled';
  /** All results, or those so far. */
  tests: readonly (CandidateTest | LiveTest)[];
  verdict?: Omit<CandidateVerdict, 'tests'> | undefined;
};

/** What came of one run or submission: a sentence first, then the tests. */
export function ResultPanel({
  run,
  summary,
  about,
  onOpenPlace,
  onCancel,
  cancelling,
}: {
  run: ShownRun;
  summary: string;
  /** What it was, and when. */
  about: string;
  onOpenPlace: OpenPlace;
  /** Absent where it cannot be given up. */
  onCancel?: (() => void) | undefined;
  cancelling: boolean;
}) {
  const { tests, verdict } = run;
  const nameless = tests.flatMap((test) => ('name' in test ? [] : [test]));
  const tone = verdict === undefined ? 'quiet' : verdictOutcomes[verdict.status].tone;
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        {run.state === 'cancelled' ? (
          <IconBan className={classes.mark} size={18} stroke={1.8} aria-hidden="true" />
        ) : (
          <Mark tone={tone} />
        )}
        <p className={classes.summary}>{summary}</p>
        <span className={`${classes.meta} numbers`}>{about}</span>
        {run.state === 'unfinished' && onCancel ? (
          <Button
            size="compact-xs"
            variant="default"
            loading={cancelling}
            leftSection={<IconPlayerStop size={13} stroke={1.8} />}
            onClick={onCancel}
          >
            Cancel
          </Button>
        ) : null}
        {verdict ? <Hallmark value={verdict.hallmark} /> : null}
      </div>
      {verdict && verdict.diagnostics.length > 0 ? (
        <Diagnostics diagnostics={verdict.diagnostics} onOpen={onOpenPlace} />
      ) : null}
      {verdict?.crash ? <pre className={classes.crash}>{verdict.crash}</pre> : null}
      {nameless.length > 0 ? <HiddenTests tests={nameless} /> : null}
      <TestList key={run.id} tests={presentTests(tests)} onOpenFrame={onOpenPlace} />
    </div>
  );
}

function Mark({ tone }: { tone: Tone }) {
  switch (tone) {
    case 'good':
      return (
        <IconCircleCheckFilled
          className={classes.mark}
          data-tone={tone}
          size={18}
          aria-hidden="true"
        />
      );
    case 'bad':
      return (
        <IconCircleXFilled className={classes.mark} data-tone={tone} size={18} aria-hidden="true" />
      );
    case 'warn':
      return (
        <IconAlertTriangleFilled
          className={classes.mark}
          data-tone={tone}
          size={18}
          aria-hidden="true"
        />
      );
    case 'quiet':
      return <Loader className={classes.mark} size={16} aria-hidden="true" />;
  }
}
