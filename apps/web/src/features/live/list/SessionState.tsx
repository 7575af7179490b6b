import type { LiveState } from '@assay/contracts/live';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  type TablerIcon,
} from '@tabler/icons-react';
import { Badge, type Tone } from '#app/Badge.tsx';

const states: Record<LiveState, { name: string; Icon: TablerIcon; tone?: Tone }> = {
  prepared: { name: 'Prepared', Icon: IconCircleDashed },
  open: { name: 'Going on', Icon: IconCircleDot, tone: 'accent' },
  ended: { name: 'Ended', Icon: IconCircleCheck },
};

/** Where a live session stands. */
export function SessionState({ state }: { state: LiveState }) {
  const { name, Icon, tone } = states[state];
  return <Badge name={name} Icon={Icon} tone={tone} />;
}
