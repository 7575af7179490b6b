import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a server of a test may take to answer, ms. */
const startUpMs = 20_000;

export type ServerProcess = {
  pid: number;
  /** Ends the process and waits for it. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts a server in the foreground and waits until `answers` does not reject. */
export async function serverProcess(
  command: string,
  args: string[],
  answers: () => Promise<void>,
): Promise<ServerProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));

  const deadline = Date.now() + startUpMs;
  for (;;) {
    if (failure) throw failure;
    if (child.exitCode !== null)
      throw new Error(`${command} ended with ${child.exitCode}:\n${output}`);
    try {
      await answers();
      return { pid: child.pid ?? 0, stop: (signal = 'SIGTERM') => stop(child, signal) };
    } catch (error) {
      if (Date.now() > deadline) {
        await stop(child, 'SIGKILL');
        throw new Error(`${command} does not answer:\n${output}`, { cause: error });
      }
      await delay(50);
    }
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
