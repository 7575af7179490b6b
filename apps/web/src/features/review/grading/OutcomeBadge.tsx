import type { DecisionOutcome } from '@assay/contracts/http';
import { Badge } from '#app/Badge.tsx';
import { outcomes } from './outcomes.ts';

/** What was decided: with its sign and its word, and no colour of good or bad. */
export function OutcomeBadge({ outcome }: { outcome: DecisionOutcome }) {
  const { name, Icon } = outcomes[outcome];
  return <Badge name={name} Icon={Icon} />;
}
