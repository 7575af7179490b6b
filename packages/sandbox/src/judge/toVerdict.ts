import { randomUUID } from 'node:crypto';
import type {
  Diagnostic,
  During,
  Limits,
  Provenance,
  SourceFrame,
  TestResult,
  Verdict,
} from '@assay/contracts/verdict';
import { isTestFile } from '@assay/contracts/workspace';
import type { RunnerStop, RunnerTest } from '#runner/frames.ts';
import { createHallmark } from './provenance.ts';
import type { RunnerOutcome } from './RunnerProcess.ts';

type Frames = (stack: string) => SourceFrame[];
type Base = Pick<Verdict, 'version' | 'hallmark' | 'tests' | 'usage' | 'provenance'>;

export function toTestResult(
  { failure, attachment: _attachment, suite, ...shown }: RunnerTest,
  frames: Frames,
): TestResult {
  const test =
    suite === 'own'
      ? { ...shown, suite: 'public' as const, own: true as const }
      : { ...shown, suite };
  if (!failure) return test;
  const { stack, ...words } = failure;
  return { ...test, failure: { ...words, frames: frames(stack) } };
}

/** What a verdict has whatever its status. */
export function verdictBase(
  provenance: Provenance,
  tests: TestResult[] = [],
  usage = { cpuMs: 0, wallMs: 0, peakProcessMb: 0 },
): Base {
  return { version: 1, hallmark: createHallmark(provenance), tests, usage, provenance };
}

/** A fault of ours: the id is in the log beside the reason. */
export function sandboxError(base: Base, message: string): Verdict {
  return { ...base, status: 'sandbox_error', errorId: randomUUID().slice(0, 8), message };
}

/** Words in a dead runner's last output that say it ran out of memory. */
const outOfMemory =
  /heap out of memory|Allocation failed|Array buffer allocation failed|memory limit/i;

/** The verdict on what a runner came to. */
export function toVerdict(
  outcome: RunnerOutcome,
  base: Base,
  limits: Limits,
  frames: Frames,
): Verdict {
  switch (outcome.kind) {
    case 'killed':
      return fromKill(outcome, base, limits);
    case 'died':
      return fromDeath(outcome, base, limits);
    case 'postgres_died':
      return fromPostgresDeath(outcome, base, limits);
    case 'result':
      return outcome.stop ? fromStop(outcome.stop, base, limits, frames) : fromTests(base);
  }
}

function fromKill(
  { during, reason }: Extract<RunnerOutcome, { kind: 'killed' }>,
  base: Base,
  limits: Limits,
): Verdict {
  switch (reason) {
    case 'wall_limit':
      return { ...base, status: reason, during, limitMs: limits.wallMs };
    case 'memory_limit':
      return { ...base, status: reason, during, limitMb: limits.processMb };
    case 'cpu_limit':
      return { ...base, status: reason, during, limit: 'testCpuMs', limitMs: limits.testCpuMs };
  }
}

/** Signals by which V8 or the kernel end a process for what it did itself. */
const ownFault: readonly (NodeJS.Signals | undefined)[] = [
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
  'SIGSEGV',
  'SIGTRAP',
];

type Death = Extract<RunnerOutcome, { kind: 'died' | 'postgres_died' }>;

function fromDeath({ during, message, signal }: Death, base: Base, limits: Limits): Verdict {
  if (outOfMemory.test(message))
    return { ...base, status: 'memory_limit', during, limitMb: limits.heapMb };
  if (ownFault.includes(signal))
    return {
      ...base,
      status: 'crashed',
      during,
      message: `The code broke the engine that ran it (${signal}).`,
    };
  return sandboxError(base, `The runner died ${describe(during)}: ${message}`);
}

/** Only the solution's SQL ran in it. */
function fromPostgresDeath({ during, message }: Death, base: Base, limits: Limits): Verdict {
  if (outOfMemory.test(message))
    return { ...base, status: 'memory_limit', during, limitMb: limits.processMb };
  return { ...base, status: 'crashed', during, message: 'Its SQL broke PostgreSQL.' };
}

function fromStop(stop: RunnerStop, base: Base, limits: Limits, frames: Frames): Verdict {
  switch (stop.kind) {
    case 'cpu_limit':
      return {
        ...base,
        status: 'cpu_limit',
        during: stop.during,
        limit: stop.limit,
        limitMs: limits[stop.limit],
      };
    case 'memory_limit':
      return { ...base, status: 'memory_limit', during: stop.during, limitMb: limits.heapMb };
    case 'output_limit':
      return {
        ...base,
        status: 'output_limit',
        during: stop.during,
        limitLength: limits.outputLength,
      };
    case 'refused':
      return { ...base, status: 'compile_error', diagnostics: [stop.diagnostic] };
    case 'crashed':
      return { ...base, status: 'crashed', during: stop.during, message: stop.message };
    case 'starved':
      return sandboxError(base, starved);
    case 'tests_broken': {
      const frame = frames(stop.message).find((candidate) => candidate.in === 'tests');
      if (frame !== undefined && isTestFile(frame.file) && base.provenance.ownTests)
        return {
          ...base,
          status: 'compile_error',
          diagnostics: [toDiagnostic(stop.message, frame)],
        };
      const place = frame ? `tests/${frame.file}:${frame.line}: ` : '';
      return sandboxError(base, `${testsBroken}${place}${stop.message}`);
    }
  }
}

/** What a test file of the workspace threw before any test ran. */
function toDiagnostic(message: string, { file, line, column }: SourceFrame): Diagnostic {
  return { file, line, column, message: message.split('\n    at ')[0] ?? message };
}

const testsBroken = "The challenge's own tests failed: ";
const starved = 'The machine gave the run too little CPU to judge by.';

/** Whether a run ought to be tried again with more patience. */
export function isStarved(verdict: Verdict): boolean {
  return verdict.status === 'sandbox_error' && verdict.message === starved;
}

/** What the tests or the seed of a challenge did wrong before any test ran, with its place; nothing for other verdicts. */
export function findBrokenTests(verdict: Verdict): string | undefined {
  if (verdict.status !== 'sandbox_error' || !verdict.message.startsWith(testsBroken))
    return undefined;
  return verdict.message.slice(testsBroken.length);
}

function fromTests(base: Base): Verdict {
  const ran = base.tests.filter((test) => test.status !== 'skipped');
  if (ran.length === 0) return { ...base, status: 'no_tests' };
  return { ...base, status: ran.every((test) => test.status === 'passed') ? 'passed' : 'failed' };
}

function describe(during: During): string {
  return during.phase === 'load' ? 'while it loaded the solution' : `in "${during.name}"`;
}
