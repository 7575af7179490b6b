export { comparableVerdict } from './comparableVerdict.ts';
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
