import {
  describeVerdict,
  type Suite,
  type TestResult,
  type Verdict,
} from '@assay/contracts/verdict';
import { indent, printable } from '#terminal/printable.ts';
import { ProgressLine } from '#terminal/ProgressLine.ts';
import { style } from '#terminal/style.ts';
import { presentDiagnostic } from './presentDiagnostic.ts';
import { presentFailure } from './presentFailure.ts';

const marks = {
  passed: style('green', '✓'),
  failed: style('red', '✗'),
  timed_out: style('red', '⧗'),
  skipped: style('yellow', '-'),
};

/** Tells a person how a run goes: a line for each test, what failed, and the verdict. */
export class JudgeReporter {
  readonly #stream: NodeJS.WriteStream;
  readonly #progress: ProgressLine;
  /** Tests whose line is printed; a run that is tried again reports them a second time. */
  readonly #printed = new Set<string>();

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    this.#progress = new ProgressLine(stream);
  }

  begin(title: string, suite: Suite, seed: number): void {
    const tests = suite === 'all' ? 'all tests' : `${suite} tests`;
    this.#print(`\n${style('bold', title)} ${style('dim', `${tests}, seed ${seed}`)}\n\n`);
    this.#progress.show('  starting …');
  }

  test(test: TestResult): void {
    const key = `${test.suite} ${test.name}`;
    if (this.#printed.has(key)) return;
    this.#printed.add(key);
    const cost = [
      `${test.cpuMs.toFixed(1)} ms`,
      ...(test.queries > 0 ? [`${test.queries} queries`] : []),
      ...(test.virtualMs > 0 ? [`${test.virtualMs} ms of virtual time`] : []),
    ];
    this.#print(
      `  ${marks[test.status]} ${printable(test.name)} ${style('dim', cost.join(', '))}\n`,
    );
    this.#progress.show(`  … ${this.#printed.size} done`);
  }

  end(verdict: Verdict): void {
    this.#progress.clear();
    for (const test of verdict.tests) this.test(test);
    this.#progress.clear();
    for (const test of verdict.tests) if (test.failure) this.#print(`\n${presentFailure(test)}`);
    this.#print(`\n${presentCause(verdict)}`);
    const colour = verdict.status === 'passed' ? 'green' : 'red';
    this.#print(
      `${style(colour, `${verdict.status.replace('_', ' ')}.`)} ${describeVerdict(verdict, 'all')}\n`,
    );
    const { cpuMs, wallMs } = verdict.usage;
    this.#print(
      style('dim', `hallmark ${verdict.hallmark}, ${cpuMs} ms of CPU, ${wallMs} ms in all\n`),
    );
  }

  #print(text: string): void {
    this.#progress.clear();
    this.#stream.write(text);
  }
}

/** What ended the run, where that is no test. */
function presentCause(verdict: Verdict): string {
  if (verdict.status === 'compile_error') {
    return `${verdict.diagnostics.map(presentDiagnostic).join('\n')}\n`;
  }
  return 'message' in verdict ? `${indent(printable(verdict.message), '  ')}\n\n` : '';
}
