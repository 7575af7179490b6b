import type { AttemptState } from '@assay/contracts/http';
import { stateNames } from '@assay/contracts/report';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconEraser,
  IconHourglass,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react';
import { Badge, type Tone } from '#app/Badge.tsx';

type Standing = AttemptState | 'erased';

export const standings: Record<Standing, { name: string; Icon: TablerIcon; tone?: Tone }> = {
  invited: { name: stateNames.invited, Icon: IconCircleDashed },
  running: { name: stateNames.running, Icon: IconPencil, tone: 'accent' },
  finished: { name: stateNames.finished, Icon: IconHourglass, tone: 'warn' },
  graded: { name: stateNames.graded, Icon: IconCircleCheck, tone: 'good' },
  withdrawn: { name: stateNames.withdrawn, Icon: IconCircleMinus },
  erased: { name: stateNames.erased, Icon: IconEraser },
};

/** Where an attempt stands. */
export function StateBadge({ state }: { state: Standing }) {
  const { name, Icon, tone } = standings[state];
  return <Badge name={name} Icon={Icon} tone={tone} />;
}
