import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import type { VerdictStatus } from '@assay/contracts/verdict';
import classes from './OutcomeWord.module.css';
import type { Tone } from './outcome.ts';
import { verdictOutcomes } from './verdictOutcome.ts';

const icons: Record<Tone, TablerIcon> = {
  good: IconCircleCheckFilled,
  bad: IconCircleXFilled,
  warn: IconAlertTriangleFilled,
  quiet: IconCircleDashed,
};

const words: Record<string, string> = { queued: 'Waiting', cancelled: 'Cancelled' };

/** What came of a submission, in an icon and a word; before its verdict, where it stands. */
export function OutcomeWord({
  status,
  state,
}: {
  status: VerdictStatus | undefined;
  state: string;
}) {
  const { word, tone } =
    status === undefined
      ? ({ word: words[state] ?? 'Judging', tone: 'quiet' } as const)
      : verdictOutcomes[status];
  const Icon = icons[tone];
  return (
    <span className={classes.outcome} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      {word}
    </span>
  );
}
