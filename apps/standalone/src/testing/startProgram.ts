import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export type Program = {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves once the standard output has this; rejects when the program ends before, or takes too long. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and resolves to how the program ended. */
  stop(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
};

/** How long a program of a test may take to say what is expected, ms. */
const printsWithinMs = 180_000;

/**
 * Starts a file of this repository as a process of its own, with little but `env` in its environment; `preload` is a
 * module that runs before it.
 */
export function startProgram(
  file: string,
  env: Record<string, string>,
  preload?: string,
  args: string[] = [],
): Program {
  const options = preload ? ['--import', preload] : [];
  const child = spawn(process.execPath, [...options, file, ...args], {
    // Few tests need a PostgreSQL for runs, or work of the demo's that is judged: more than half of what a start does.
    env: { PATH: '/usr/bin:/bin', ASSAY_WARM_POSTGRES: '0', ASSAY_DEMO: 'people', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close');

  return {
    child,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    prints: async (pattern) => {
      const deadline = Date.now() + printsWithinMs;
      for (;;) {
        const found = pattern.exec(output.stdout);
        if (found) return found;
        const over = child.exitCode !== null || Date.now() > deadline;
        if (over)
          throw new Error(`${file} does not print ${pattern}:\n${output.stdout}\n${output.stderr}`);
        await delay(20);
      }
    },
    stop: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode ?? child.signalCode ?? -1;
    },
  };
}
