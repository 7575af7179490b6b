import type { During, Verdict } from './verdict.ts';

const count = new Intl.NumberFormat('en');

/**
 * The verdict in one sentence, for people.
 * Names hidden tests only when `naming` is `'all'`: what a candidate reads must pass `'public'`.
 */
export function describeVerdict(verdict: Verdict, naming: 'all' | 'public'): string {
  switch (verdict.status) {
    case 'passed':
      return verdict.tests.length === 1
        ? 'The one behaviour holds.'
        : `All ${verdict.tests.length} behaviours hold.`;
    case 'failed': {
      const passed = verdict.tests.filter((test) => test.status === 'passed').length;
      return `${passed} of ${verdict.tests.length} behaviours hold.`;
    }
    case 'compile_error': {
      const [first] = verdict.diagnostics;
      const where =
        first && first.line > 0
          ? ` First to look at: ${first.file}:${first.line}:${first.column}.`
          : '';
      return `The code does not compile.${where}`;
    }
    case 'crashed':
      return `The code crashed ${place(verdict.during, verdict, naming)}.`;
    case 'cpu_limit':
      return `The code used more than ${count.format(verdict.limitMs)} ms of CPU ${place(verdict.during, verdict, naming)}. A busy loop, or work that grows with the square of the input, would look like this.`;
    case 'wall_limit':
      return `The run was stopped after ${count.format(verdict.limitMs)} ms ${place(verdict.during, verdict, naming)}.`;
    case 'memory_limit':
      return `The code used more than ${count.format(verdict.limitMb)} MB of memory ${place(verdict.during, verdict, naming)}.`;
    case 'output_limit':
      return `The code printed more than ${count.format(verdict.limitLength)} characters ${place(verdict.during, verdict, naming)}.`;
    case 'no_tests':
      return 'No test ran.';
    case 'sandbox_error':
      return `We could not judge this, and it does not count against you. Reference ${verdict.errorId}.`;
  }
}

function place(during: During, verdict: Verdict, naming: 'all' | 'public'): string {
  if (during.phase === 'load') return 'while it was loading';
  const index = verdict.tests.findIndex((test) => test.name === during.name);
  const test = verdict.tests[index];
  // A test that was stopped from outside has no result; what the run was asked for still says which it was.
  const suite = test?.suite ?? verdict.provenance.suite;
  if (naming === 'all' || suite === 'public') return `in “${during.name}”`;
  return index === -1 ? 'in a hidden test' : `in hidden test ${index + 1}`;
}
