import type { Socket } from 'node:net';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';
import { bakedHashSeed } from './bakedHashSeed.ts';
import { confine, type Launch } from './confine.ts';
import type { Confinement } from './Confinement.ts';
import { runnerFiles } from './runnerFiles.ts';

/** The heap that waiting runners have made their spare isolate with, MB. */
const warmHeapMb = 64;

type Options = {
  /** The program; another one than the runner's only in tests. */
  entry?: string;
  /** The runner's end of the link to its PostgreSQL; the caller closes its own copy. */
  link?: Socket | undefined;
};

/** How a runner is started: what it is given of the machine. Its channel is descriptor 3. */
export function launchRunner(
  confinement: Confinement,
  snapshots: RuntimeSnapshots,
  { entry = snapshots.runnerPath, link }: Options = {},
): Launch {
  const { solutionPath, graderPath, enginePaths = [] } = snapshots;
  return confine(confinement, {
    files: runnerFiles(entry, snapshots),
    flags: [
      // The young generation, MB: that of a small heap is so small that a run collects it at every third request.
      '--min-semi-space-size=8',
      '--max-semi-space-size=8',
      '--allow-addons',
      bakedHashSeed,
    ],
    program: [
      entry,
      String(warmHeapMb),
      solutionPath,
      graderPath,
      link ? 'linked' : 'alone',
      ...enginePaths,
    ],
    // Standard input, because it is the one descriptor that Node passes on so that reading it can wait.
    stdio: [link ?? 'ignore', 'ignore', 'pipe', 'pipe'],
  });
}
