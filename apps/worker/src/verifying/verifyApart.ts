import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { VerifyReport, VerifyRow, VerifyStep } from '@assay/contracts/challenge';
import { verifierEnvironment } from '#env.ts';
import { VerifierMessage, type VerifyRequest } from './verifierMessages.ts';

/** The longest that a verification may take, ms. Counters one that holds up all others. */
const verifyMs = 10 * 60_000;
/** How long a process that was told to end may take, ms. */
const graceMs = 5_000;
/** Heap of a verifier, MB: Stryker's instrumenter reads the reference in it. Counters a file made to eat memory. */
const heapMb = 512;

export type VerifyWatcher = {
  signal: AbortSignal;
  onRow: (row: VerifyRow) => void;
  onStep: (step: VerifyStep) => void;
};

/**
 * Sends a challenge through the publishing gate in a process of its own: what reads the author's files (Babel,
 * esbuild, YAML) shares nothing with a worker that judges candidates. Runs happen in the same sandbox as
 * theirs. Nothing comes back when `signal` was aborted; a process that breaks is a report that says so.
 */
export async function verifyApart(
  { hash, ...request }: VerifyRequest & { hash: string },
  { signal, onRow, onStep }: VerifyWatcher,
): Promise<VerifyReport | undefined> {
  const child = fork(fileURLToPath(new URL('./verifierMain.ts', import.meta.url)), [], {
    env: verifierEnvironment(),
    execArgv: [`--max-old-space-size=${heapMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const rows: VerifyRow[] = [];
  let report: VerifyReport | undefined;
  let problem = 'The process that verifies ended early.';
  child.on('message', (message) => {
    // What reads an author's files may have been taken over by them.
    const { data: said } = VerifierMessage.safeParse(message);
    if (said === undefined) stop();
    else if ('row' in said) {
      rows.push(said.row);
      onRow(said.row);
    } else if ('step' in said) onStep(said.step);
    else if ('report' in said) report = said.report;
    else problem = said.problem;
  });
  let killing: NodeJS.Timeout | undefined;
  const stop = () => {
    if (child.connected) child.disconnect();
    killing ??= setTimeout(() => child.kill('SIGKILL'), graceMs);
  };
  const timeout = setTimeout(() => {
    problem = `It took longer than ${verifyMs / 60_000} minutes.`;
    stop();
  }, verifyMs);
  signal.addEventListener('abort', stop);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  if (signal.aborted) stop();
  else child.send(request, () => {});
  await exited;
  clearTimeout(timeout);
  clearTimeout(killing);
  signal.removeEventListener('abort', stop);
  if (signal.aborted) return undefined;
  const { slug } = request;
  return report ?? { slug, title: slug, hash, ok: false, rows: [...rows, broken(problem)] };
}

function broken(problem: string): VerifyRow {
  return {
    check: 'judge',
    ok: false,
    message: 'The verification broke off. This says nothing about the challenge.',
    advice: `Try again. What went wrong: ${problem}`,
  };
}
