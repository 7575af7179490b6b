import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

const bin = join(root, 'node_modules', '.bin');
const endWithParent = fileURLToPath(new URL('../endWithParent.mjs', import.meta.url));
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the pinned Node with `args` until it ends and resolves to its exit code. Signals are passed on
 * once. A terminal sends Ctrl-C to every process that was started from it: with `ownGroup` only this one
 * hears it, and the child is told by us alone, so that it can stop its own children in order; it then
 * cannot read from the terminal.
 */
export async function runNode(args, { env = {}, ownGroup = false } = {}) {
  const child = spawn(join(bin, 'node'), ['--import', endWithParent, ...args], {
    cwd: root,
    detached: ownGroup,
    // The channel carries no messages: its end tells the child that this process is gone.
    stdio: [ownGroup ? 'ignore' : 'inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of signals) process.once(signal, () => child.kill(signal));
  // A second signal must not end this process before the child has ended.
  for (const signal of signals) process.on(signal, () => {});
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal === null) return resolve(code);
      // End the same way as the child did, so that a shell sees what happened.
      for (const name of signals) process.removeAllListeners(name);
      process.kill(process.pid, signal);
    });
  });
}
