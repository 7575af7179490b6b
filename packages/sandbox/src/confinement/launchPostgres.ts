import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';
import { confine, type Launch } from './confine.ts';
import type { Confinement } from './Confinement.ts';
import { pgliteFolder, postgresFiles } from './runnerFiles.ts';

/** The first of the descriptors that are links to runners. */
export const firstLink = 4;

/** How a PostgreSQL for `runs` runs is started, confined as their runners are. Its channel is descriptor 3. */
export function launchPostgres(
  confinement: Confinement,
  snapshots: RuntimeSnapshots,
  runs: number,
): Launch {
  const { postgresPath, postgresDataPath } = snapshots;
  const links = [firstLink, firstLink + runs].map(String);
  return confine(confinement, {
    files: postgresFiles(snapshots),
    flags: [
      // An instance that is done would else stay until the engine collects its garbage.
      '--expose-gc',
      // What is called often is compiled well while the process waits, not in the first runs: 13,000,000 by default.
      '--wasm-tiering-budget=500000',
      '--disallow-code-generation-from-strings',
    ],
    program: [postgresPath, postgresDataPath, pgliteFolder, ...links],
    stdio: [
      'ignore',
      'ignore',
      'pipe',
      'pipe',
      ...Array.from({ length: runs }, () => 'pipe' as const),
    ],
  });
}
