import type { TestStatus } from '@assay/contracts/verdict';
import {
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconClockX,
  IconMinus,
  type TablerIcon,
} from '@tabler/icons-react';

export type Tone = 'good' | 'bad' | 'warn' | 'quiet';
export type Outcome = { word: string; tone: Tone; Icon: TablerIcon };

/** How the outcome of one test is said and drawn: always an icon and a word, never a colour alone. */
export const testOutcomes: Record<TestStatus, Outcome> = {
  passed: { word: 'Holds', tone: 'good', Icon: IconCircleCheckFilled },
  failed: { word: 'Does not hold', tone: 'bad', Icon: IconCircleXFilled },
  timed_out: { word: 'Timed out', tone: 'bad', Icon: IconClockX },
  skipped: { word: 'Skipped', tone: 'quiet', Icon: IconMinus },
};
