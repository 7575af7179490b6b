export { comparableVerdict } from './comparableVerdict.ts';
export { Comparison, compareVerdicts, Difference } from './compareVerdicts.ts';
export { describeComparison } from './describeComparison.ts';
export { describeVerdict } from './describeVerdict.ts';
export { defaultLimits, Limits } from './limits.ts';
export {
  ConsoleLine,
  SourceFrame,
  Suite,
  TestFailure,
  TestResult,
  TestStatus,
} from './testResult.ts';
export {
  Diagnostic,
  During,
  Provenance,
  SandboxProfile,
  Usage,
  Verdict,
  type VerdictStatus,
} from './verdict.ts';
