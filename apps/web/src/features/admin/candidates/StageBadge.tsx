import type { Stage } from '@assay/contracts/http';
import { Badge } from '#app/Badge.tsx';
import { stages } from './stages.ts';

/** Where a candidate stands. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { name, Icon, tone } = stages[stage];
  return <Badge name={name} Icon={Icon} tone={tone} />;
}
