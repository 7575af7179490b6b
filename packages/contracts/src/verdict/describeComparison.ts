import type { Comparison, Difference } from './compareVerdicts.ts';

/** A comparison in sentences, the first one being the answer. Names hidden tests: not for candidates. */
export function describeComparison(comparison: Comparison): string[] {
  switch (comparison.outcome) {
    case 'same':
      return ['Same result.'];
    case 'different':
      return ['Another result.', ...comparison.differences.map(describeDifference)];
    case 'cannot': {
      const { reason, differences } = comparison;
      if (differences === undefined) return [`Cannot be compared. ${reason}`];
      if (differences.length === 0)
        return [`Cannot be compared exactly. ${reason} The results agree all the same.`];
      return [`Cannot be compared. ${reason}`, ...differences.map(describeDifference)];
    }
  }
}

const partNames: Record<string, string> = {
  failure: 'its message',
  console: 'what was printed',
  queries: 'the number of statements',
  virtualMs: 'the virtual time that it took',
};

function describeDifference(difference: Difference): string {
  switch (difference.what) {
    case 'status':
      return `The verdict was ${words(difference.was)} and is ${words(difference.is)}.${measured(difference)}`;
    case 'test': {
      const { name, was, is } = difference;
      if (was === null) return `“${name}” did not run, and is ${words(is ?? '')} now.`;
      if (is === null) return `“${name}” was ${words(was)}, and did not run now.`;
      return `“${name}” was ${words(was)} and is ${words(is)}.`;
    }
    case 'detail':
      return `“${difference.name}” ends alike and differs in ${difference.parts.map((part) => partNames[part] ?? part).join(', ')}.`;
    case 'input':
      return `What is stored is not what was judged: ${difference.parts.join(', ')}.`;
    case 'cause':
      return 'The tests agree, and what the verdict says beside them differs.';
  }
}

const limits = ['cpu_limit', 'wall_limit', 'memory_limit'];

/** These limits are about the machine as well. */
function measured({ was, is }: { was: string; is: string }): string {
  return limits.includes(was) || limits.includes(is)
    ? ' CPU, memory and real time are measured, so that a run near such a limit may end on either side of it.'
    : '';
}

const words = (status: string) => status.replaceAll('_', ' ');
