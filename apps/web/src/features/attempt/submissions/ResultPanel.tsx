import type { CandidateSubmission, CandidateTest } from '@assay/contracts/http';
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
import { summarise } from './summarise.ts';
import { isUnfinished } from './useSubmissions.ts';

export type OpenPlace = (place: { file: string; line: number; column: number }) => void;

/** What came of one run or submission: a sentence first, then the tests. */
export function ResultPanel({
  submission,
  soFar,
  onOpenPlace,
  onCancel,
  cancelling,
}: {
  submission: CandidateSubmission;
  /** Results that arrived over the socket before the verdict. */
  soFar: CandidateTest[];
  onOpenPlace: OpenPlace;
  onCancel: (submissionId: string) => void;
  cancelling: boolean;
}) {
  const { verdict } = submission;
  const tests = verdict?.tests ?? soFar;
  const hidden = tests.flatMap((test) => (test.suite === 'hidden' ? [test] : []));
  const time = new Date(submission.createdAt).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
  });
  const tone = verdict === undefined ? 'quiet' : verdictOutcomes[verdict.status].tone;
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        {submission.state === 'cancelled' ? (
          <IconBan className={classes.mark} size={18} stroke={1.8} aria-hidden="true" />
        ) : (
          <Mark tone={tone} />
        )}
        <p className={classes.summary}>{summarise(submission, soFar)}</p>
        <span className={`${classes.meta} numbers`}>
          {submission.suite === 'public' ? 'Run' : 'Submission'}
          {submission.sentBy === 'deadline' ? ', sent by the clock' : ''} at {time}
        </span>
        {isUnfinished(submission) && submission.sentBy === 'candidate' ? (
          <Button
            size="compact-xs"
            variant="default"
            loading={cancelling}
            leftSection={<IconPlayerStop size={13} stroke={1.8} />}
            onClick={() => onCancel(submission.id)}
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
      {hidden.length > 0 ? <HiddenTests tests={hidden} /> : null}
      <TestList key={submission.id} tests={presentTests(tests)} onOpenFrame={onOpenPlace} />
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
