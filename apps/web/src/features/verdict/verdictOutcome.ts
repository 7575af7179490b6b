import type { VerdictStatus } from '@assay/contracts/verdict';
import type { Tone } from './outcome.ts';

/** How a verdict is named in lists, and its colour. Our own failure is never shown as the candidate's. */
export const verdictOutcomes: Record<VerdictStatus, { word: string; tone: Tone }> = {
  passed: { word: 'All hold', tone: 'good' },
  failed: { word: 'Some do not hold', tone: 'bad' },
  compile_error: { word: 'Does not compile', tone: 'bad' },
  crashed: { word: 'Crashed', tone: 'bad' },
  cpu_limit: { word: 'CPU limit', tone: 'bad' },
  wall_limit: { word: 'Time limit', tone: 'bad' },
  memory_limit: { word: 'Memory limit', tone: 'bad' },
  output_limit: { word: 'Output limit', tone: 'bad' },
  no_tests: { word: 'No test ran', tone: 'warn' },
  sandbox_error: { word: 'Not judged', tone: 'warn' },
};
