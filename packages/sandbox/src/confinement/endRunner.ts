import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { SandboxProfile } from '@assay/contracts/verdict';
import { listChildren } from './listChildren.ts';

/**
 * Ends a runner and all that is in it, at once. Within namespaces that takes their first process, which is
 * bubblewrap's child: the kernel ends the others with it, and bubblewrap ends by itself once it has
 * collected it. Killing bubblewrap instead would end them too, but leave a zombie to process 1, which in a
 * container may be our own and collects none.
 */
export function endRunner(child: ChildProcess, profile: SandboxProfile): void {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  const killed = profile === 'namespaces' && listChildren(pid).filter(kill).length > 0;
  if (!killed) child.kill('SIGKILL');
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
    return false;
  }
}

/** The signal that a runner ended by: its own, or what bubblewrap passes on as 128 and the signal's number. */
export function endingSignal(
  code: number | null,
  signal: NodeJS.Signals | null,
): NodeJS.Signals | undefined {
  if (signal !== null) return signal;
  return signalNames.get((code ?? 0) - 128);
}

/** Of names for one number the usual one comes first: SIGABRT before SIGIOT. */
const signalNames = new Map(
  (Object.entries(constants.signals) as [NodeJS.Signals, number][])
    .toReversed()
    .map(([name, number]) => [number, name]),
);
