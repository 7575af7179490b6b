import type { CandidateRow, Stage } from '@assay/contracts/http';
import { maxCompared } from '@assay/contracts/report';
import { Checkbox } from '@mantine/core';
import type { Choice } from './useChoice.ts';

/** Whose work is handed in. */
const comparable: readonly Stage[] = [
  'submitted',
  'in_review',
  'reviewed',
  'advanced',
  'on_hold',
  'declined',
];

/** Takes a candidate into a comparison, and out of it; there is none for those who have handed in nothing. */
export function ChoiceBox({ row, choice }: { row: CandidateRow; choice: Choice }) {
  if (!comparable.includes(row.stage)) return null;
  const isChosen = choice.chosen.some(({ attemptId }) => attemptId === row.attemptId);
  const isFull = choice.chosen.length >= maxCompared;
  return (
    <Checkbox
      size="xs"
      mt={3}
      checked={isChosen}
      disabled={!isChosen && isFull}
      aria-label={`Compare ${row.candidateName}`}
      title={!isChosen && isFull ? `At most ${maxCompared} can be compared` : 'Compare'}
      onChange={() => choice.toggle(row)}
    />
  );
}
