import type { DeliveryState } from '@assay/contracts/http';
import { IconCircleCheck, IconCircleX, IconClock, type TablerIcon } from '@tabler/icons-react';
import { Badge, type Tone } from '#app/Badge.tsx';

const states: Record<DeliveryState, { name: string; Icon: TablerIcon; tone?: Tone }> = {
  waiting: { name: 'Waiting', Icon: IconClock },
  delivered: { name: 'Arrived', Icon: IconCircleCheck, tone: 'good' },
  failed: { name: 'Given up', Icon: IconCircleX, tone: 'warn' },
};

/** How a message stands. */
export function DeliveryStateSign({ state }: { state: DeliveryState }) {
  return <Badge {...states[state]} />;
}
