import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { Exploration, ExploreStep } from '@assay/contracts/http';
import type {
  Diagnostic,
  SandboxProfile,
  Suite,
  TestResult,
  Verdict,
} from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import type { MutantRequest, MutantResult, MutantResults } from './tryMutants.ts';

export type JudgeRequest = {
  challenge: JudgedChallenge;
  files: Files;
  suite: Suite;
  /** Runs the tests that stand in `files`, too; never beside hidden ones, which they could read. */
  ownTests?: true;
  /** 32 bits; the same seed gives the same run. */
  seed: number;
  /** Full names of the tests to run, for authors' checks; all unless given. */
  only?: readonly string[];
};

/** Where the time of a run goes, in this order; `load` ends when the first test begins. */
export const judgePhases = ['bundle', 'lease', 'load', 'tests', 'report'] as const;
export type JudgePhase = (typeof judgePhases)[number];

export type JudgeWatcher = {
  /**
   * When it is aborted, the runner is killed at once; the verdict, a `sandbox_error`, then says nothing. One that is
   * aborted before, with a text as its reason, has nothing run, and the verdict says the reason.
   */
  signal?: AbortSignal;
  /** Told of each test as it ends. */
  onTest?: (test: TestResult) => void;
  /** Told of each phase as it ends, with the real time it took, ms. A run that is stopped has no later ones. */
  onPhase?: (phase: JudgePhase, ms: number) => void;
};

export type ExploreRequest = Omit<JudgeRequest, 'suite'> & { steps: ExploreStep[] };

/** Runner processes: those that wait for work, those that start, those at work. */
export type JudgeLoad = { warm: number; starting: number; busy: number };

export type Judge = {
  /** How runners are kept from the machine. */
  readonly profile: SandboxProfile;
  /**
   * Judges one submission. Never rejects for what the code under judgement does: that is a verdict, and
   * so is a fault of ours (`sandbox_error`).
   */
  judge(request: JudgeRequest, watcher?: JudgeWatcher): Promise<Verdict>;
  /**
   * Carries out requests or statements in order against a fresh solution, within the same limits as a run.
   * Rejects for a fault of ours, or when `signal` is aborted.
   */
  explore(request: ExploreRequest, options?: { signal?: AbortSignal }): Promise<Exploration>;
  /** What its runners are at now. */
  load(): JudgeLoad;
  /** Ends all runners; runs under way end as `sandbox_error`. */
  close(): Promise<void>;
};

/** What the authors of challenges need beside. */
export type AuthorJudge = Judge & {
  /**
   * Judges a solution of an author's as `judge` does, in a runner and with a PostgreSQL that serve other such runs of
   * the challenge before and after it: for a fraction of the CPU. A run that does not end by itself is made again alone.
   * What can differ is what a PostgreSQL remembers beyond its tables, such as object identifiers and where it is in its
   * random numbers.
   */
  judgeInSeries(request: JudgeRequest): Promise<Verdict>;
  /** What keeps the tests of a challenge from compiling; files are named from `tests/`. */
  findTestProblems(challenge: JudgedChallenge): Promise<Diagnostic[]>;
  /** Tries mutants of an author's own solution against the hidden tests. */
  tryMutants(
    request: MutantRequest,
    options?: { onResult?: (result: MutantResult) => void },
  ): Promise<MutantResults>;
};
