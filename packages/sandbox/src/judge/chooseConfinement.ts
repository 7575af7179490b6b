import type { SandboxProfile } from '@assay/contracts/verdict';
import type { Confinement, Namespaces } from '#confinement/Confinement.ts';
import { explainFailure } from '#confinement/explainFailure.ts';
import { findNamespaces } from '#confinement/findNamespaces.ts';
import { ProfileUnavailable } from '#confinement/ProfileUnavailable.ts';
import { readResidentMb } from '#confinement/residentMemory.ts';
import { RunnerProcess } from './RunnerProcess.ts';
import type { RuntimeSnapshots } from './runtimeSnapshots.ts';

/** How long a runner may take to start when it is only tried, ms. Counters a machine on which it hangs. */
const patienceMs = 20_000;

/**
 * How runners are confined on this machine: as `wanted`, or for `auto` by the strongest profile that works.
 * @param onWeaker Hears why `auto` has not taken the strongest.
 * @throws {ProfileUnavailable} when `namespaces` is wanted and does not work.
 */
export async function chooseConfinement(
  wanted: SandboxProfile | 'auto',
  snapshots: RuntimeSnapshots,
  onWeaker: (why: string) => void = () => {},
): Promise<Confinement> {
  if (wanted === 'process') return { profile: 'process' };
  try {
    const namespaces = findNamespaces();
    await tryRunner(namespaces, snapshots);
    return namespaces;
  } catch (error) {
    if (!(error instanceof ProfileUnavailable) || wanted === 'namespaces') throw error;
    onWeaker(error.reason);
    return { profile: 'process' };
  }
}

/** Starts a runner in earnest: a kernel, a container or a security module may forbid what is installed. */
async function tryRunner(namespaces: Namespaces, snapshots: RuntimeSnapshots): Promise<void> {
  const runner = new RunnerProcess(namespaces, snapshots);
  const timeout = setTimeout(() => runner.kill(), patienceMs);
  try {
    await runner.ready;
    // Less than any Node takes means that bubblewrap is seen and what it runs is not.
    if ((readResidentMb(runner.pid) ?? 0) < 20)
      throw new ProfileUnavailable('the memory of what bubblewrap runs cannot be seen in /proc');
  } catch (error) {
    if (error instanceof ProfileUnavailable) throw error;
    throw new ProfileUnavailable(
      explainFailure(error instanceof Error ? error.message : String(error)),
    );
  } finally {
    clearTimeout(timeout);
    runner.kill();
    await runner.exited;
  }
}
