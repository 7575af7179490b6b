import type { DecisionOutcome } from '@assay/contracts/http';
import { outcomeNames } from '@assay/contracts/report';
import {
  IconCircleArrowRight,
  IconCircleMinus,
  IconClockPause,
  type TablerIcon,
} from '@tabler/icons-react';

/** What can be decided, in words. */
export const outcomes: Record<DecisionOutcome, { name: string; told: string; Icon: TablerIcon }> = {
  advance: {
    name: outcomeNames.advance,
    told: 'The next step with this candidate.',
    Icon: IconCircleArrowRight,
  },
  hold: { name: outcomeNames.hold, told: 'Wait, and decide later.', Icon: IconClockPause },
  decline: {
    name: outcomeNames.decline,
    told: 'No further step with this candidate.',
    Icon: IconCircleMinus,
  },
};

/** As they stand on the page. */
export const outcomeOrder: DecisionOutcome[] = ['advance', 'hold', 'decline'];
