import { testStatusNames } from '@assay/contracts/report';
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
  passed: { word: testStatusNames.passed, tone: 'good', Icon: IconCircleCheckFilled },
  failed: { word: testStatusNames.failed, tone: 'bad', Icon: IconCircleXFilled },
  timed_out: { word: testStatusNames.timed_out, tone: 'bad', Icon: IconClockX },
  skipped: { word: testStatusNames.skipped, tone: 'quiet', Icon: IconMinus },
};
