import type { VerifyCheck, VerifyRow, VerifyStep } from '@assay/contracts/challenge';
import { Progress } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleXFilled, IconLoader2 } from '@tabler/icons-react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { contentProblems } from './contentProblems.ts';
import type { LinkedFiles } from './linkPlaces.ts';
import { PlacedText } from './PlacedText.tsx';
import { ProblemList } from './ProblemList.tsx';
import { Survivors } from './Survivors.tsx';
import type { VerificationView } from './useVerification.ts';
import classes from './VerifyPanel.module.css';

/** What is tried, while it is. */
const steps: Record<VerifyCheck, string> = {
  reference: 'The reference meets all tests',
  names: 'Names of tests',
  alternative: 'The other right solution',
  translation: 'Solutions in other languages',
  starter: 'The starter meets the hidden tests',
  wrong: 'Wrong solutions meet the hidden tests',
  repeatable: 'The same verdict with every seed',
  headroom: 'Head-room of the CPU limits',
  mutation: 'Small changes to the reference',
  judge: 'The judge',
};

/** What the publishing gate says, row by row as it comes. Every red row says what to change. */
export function VerifyPanel({
  verification,
  files,
  onOpenLine,
}: {
  verification: VerificationView;
  files: LinkedFiles;
  onOpenLine: (file: string, line: number) => void;
}) {
  const { rows, step, report, isRunning, isCancelled, isStale, problem } = verification;
  const refused = contentProblems(problem);
  if (refused.length > 0) {
    return <ProblemList problems={refused} files={files} onOpenLine={onOpenLine} />;
  }
  if (problem !== null) {
    return (
      <div className={classes.place}>
        <ProblemNotice order={3} error={problem} onRetry={verification.start} />
      </div>
    );
  }
  if (!isRunning && report === undefined && rows.length === 0 && !isCancelled) {
    return (
      <p className={classes.empty}>
        Verify runs the reference, the starter, every wrong solution and small changes to the
        reference, in the same sandbox as candidates’ work. What does not hold appears here, with
        what to change.
      </p>
    );
  }
  return (
    <div className={classes.panel}>
      <p className={classes.summary} data-tone={toneOf(verification)} role="status">
        {summaryOf(verification)}
        {isStale && !isRunning ? <span>You have edited files since.</span> : null}
      </p>
      <ul className={classes.rows} aria-live="polite">
        {rows.map((row) => (
          <Row
            key={`${row.check} ${row.message}`}
            row={row}
            files={files}
            onOpenLine={onOpenLine}
          />
        ))}
        {isRunning ? <Doing step={step} /> : null}
      </ul>
      {report?.mutation ? (
        <Survivors mutation={report.mutation} files={files} onOpenLine={onOpenLine} />
      ) : null}
    </div>
  );
}

function toneOf({ isRunning, report }: VerificationView): string {
  if (isRunning || report === undefined) return 'quiet';
  return report.ok ? 'good' : 'bad';
}

function summaryOf({ isRunning, isCancelled, report }: VerificationView): string {
  if (isRunning) return 'Verifying. You can go on editing, or leave and come back.';
  if (isCancelled || report === undefined) return 'Given up before the end.';
  const failed = report.rows.filter(({ ok }) => !ok).length;
  if (report.rows.some(({ check }) => check === 'judge'))
    return 'This could not be decided. Verify again.';
  if (report.ok) return 'Every check holds: this version may be used.';
  return failed === 1 ? 'One check does not hold.' : `${failed} checks do not hold.`;
}

function Row({
  row,
  files,
  onOpenLine,
}: {
  row: VerifyRow;
  files: LinkedFiles;
  onOpenLine: (file: string, line: number) => void;
}) {
  const Icon = row.ok ? IconCircleCheckFilled : IconCircleXFilled;
  return (
    <li className={classes.row} data-ok={row.ok}>
      <Icon size={15} aria-label={row.ok ? 'Holds' : 'Does not hold'} />
      <div>
        <PlacedText text={row.message} files={files} onOpenLine={onOpenLine} />
        {row.advice === undefined ? null : (
          <div className={classes.advice}>
            <PlacedText text={row.advice} files={files} onOpenLine={onOpenLine} />
          </div>
        )}
      </div>
    </li>
  );
}

function Doing({ step }: { step: VerifyStep | undefined }) {
  const { done, total } = step ?? {};
  const counts =
    done !== undefined && total !== undefined && total > 0 ? { done, total } : undefined;
  return (
    <li className={classes.row}>
      <IconLoader2 className={classes.turning} size={15} stroke={2} aria-hidden="true" />
      <div>
        <span className={classes.doing}>
          {step === undefined ? 'Waiting for a worker' : steps[step.check]}
          {counts ? (
            <b className="numbers">
              {counts.done} of {counts.total}
            </b>
          ) : null}
        </span>
        {counts ? (
          <Progress
            mt={6}
            size={4}
            value={(counts.done / counts.total) * 100}
            aria-label="How far this step is"
          />
        ) : null}
      </div>
    </li>
  );
}
