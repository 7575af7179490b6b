import type { Files } from '@assay/contracts/workspace';
import type { Bundler } from '#bundle/Bundler.ts';
import type { BundleResult } from '#bundle/bundleProgram.ts';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';

/**
 * A language that solutions are written in, as the judge sees it. The other half is inside the isolate: what its
 * snapshot boots (`boot`), and what it makes of the turns `load` and `request`; see the runtime's `SolutionTurn`.
 */
export type SolutionLanguage = {
  /** Makes of a workspace what the isolate's `load` is given. */
  compile(program: { files: Files; entry: string }, bundler: Bundler): Promise<BundleResult>;
  /** What its runners start from, made where it is not there yet; `base` is what those of JavaScript start from. */
  prepare(base: RuntimeSnapshots): Promise<RuntimeSnapshots>;
  /** Runners that wait for work at most, whatever is wanted: some are large. */
  maxWarm: number;
};
