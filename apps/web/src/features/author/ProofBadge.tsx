import type { Proof } from '@assay/contracts/http';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from '#features/verdict/OutcomeWord.module.css';

/** What the publishing gate has said of a version. */
export const proofs: Record<Proof, { word: string; tone: string; Icon: TablerIcon }> = {
  none: { word: 'Not verified', tone: 'quiet', Icon: IconCircleDashed },
  passed: { word: 'Verified', tone: 'good', Icon: IconCircleCheckFilled },
  failed: { word: 'Does not pass', tone: 'bad', Icon: IconCircleXFilled },
};

export function ProofBadge({ proof }: { proof: Proof }) {
  const { word, tone, Icon } = proofs[proof];
  return (
    <span className={classes.outcome} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      {word}
    </span>
  );
}
