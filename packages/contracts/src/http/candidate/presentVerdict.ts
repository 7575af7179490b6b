import { describeVerdict } from '#verdict/describeVerdict.ts';
import type { TestResult } from '#verdict/testResult.ts';
import type { Diagnostic, Verdict } from '#verdict/verdict.ts';
import type { Files } from '#workspace/files.ts';
import type { CandidateTest, CandidateVerdict } from './candidateSubmission.ts';

/**
 * Results of a run so far, as its candidate may see them. Hidden tests are numbered in the order in which
 * they ran: their names say what is tested, so only those in `showable` are told.
 */
export function presentProgress(
  tests: Pick<TestResult, 'name' | 'suite' | 'status'>[],
  showable: readonly string[],
): CandidateTest[] {
  return tests.map((test, index) =>
    test.suite === 'public'
      ? { suite: test.suite, name: test.name, status: test.status }
      : presentHidden(test, index + 1, showable),
  );
}

/**
 * A verdict as its candidate may see it: of hidden tests their number and status, the title of those in
 * `showable`, and nothing that they say.
 */
export function presentVerdict(
  verdict: Verdict,
  files: Files,
  showable: readonly string[],
): CandidateVerdict {
  const diagnostics =
    verdict.status === 'compile_error' ? presentDiagnostics(verdict.diagnostics, files) : [];
  const shown = verdict.status === 'compile_error' ? { ...verdict, diagnostics } : verdict;
  return {
    status: verdict.status,
    summary: describeVerdict(shown, 'public'),
    hallmark: verdict.hallmark,
    passed: verdict.tests.filter((test) => test.status === 'passed').length,
    total: verdict.tests.length,
    tests: verdict.tests.map((test, index) => presentTest(test, index + 1, showable)),
    diagnostics,
    ...(verdict.status === 'crashed' &&
      verdict.during.phase === 'load' && { crash: verdict.message }),
  };
}

function presentHidden(
  { name, status }: Pick<TestResult, 'name' | 'status'>,
  number: number,
  showable: readonly string[],
): CandidateTest {
  return { suite: 'hidden', number, ...(showable.includes(name) && { title: name }), status };
}

function presentTest(test: TestResult, number: number, showable: readonly string[]): CandidateTest {
  if (test.suite === 'hidden') return presentHidden(test, number, showable);
  const { suite, name, status, virtualMs, cpuMs, queries, failure, console } = test;
  return { suite, name, status, virtualMs, cpuMs, queries, ...(failure && { failure }), console };
}

/** Only what is in the candidate's own files: a diagnostic quotes the line that it is about. */
function presentDiagnostics(diagnostics: Diagnostic[], files: Files): Diagnostic[] {
  const own = diagnostics.filter(({ file }) => Object.hasOwn(files, file));
  if (own.length > 0) return own;
  const message =
    'The code does not fit together with the tests. Check the names that it must export.';
  return [{ file: '', line: 0, column: 0, message }];
}
