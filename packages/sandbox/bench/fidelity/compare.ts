/** Runs programs in real Node and in the sandbox, and brings what they printed together. */
import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { prepareSnapshots } from '#judge/runtimeSnapshots.ts';
import type { Outcome, Program } from './Outcome.ts';

export type Pair = { node: Outcome; sandbox: Outcome };

async function runAll(script: string, args: string[], programs: Program[]): Promise<Outcome[]> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(
    process.execPath,
    ['--no-node-snapshot', '--disable-warning=ExperimentalWarning', path, ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { TZ: 'UTC', NODE_ENV: 'production' },
    },
  );
  child.stdin.end(JSON.stringify(programs));
  return (await json(child.stdout)) as Outcome[];
}

/** What each program printed in both; two processes side by side. */
export async function compare(programs: Program[]): Promise<Pair[]> {
  const { solutionPath } = await prepareSnapshots();
  const [node, sandbox] = await Promise.all([
    runAll('runInNode.ts', [], programs),
    runAll('runInSandbox.ts', [solutionPath], programs),
  ]);
  const missing: Outcome = { lines: [], error: 'It was not run.' };
  return programs.map((_program, index) => ({
    node: node[index] ?? missing,
    sandbox: sandbox[index] ?? missing,
  }));
}

/** Whether both printed the same; how a failure reads is part of it, how it is brought about is not. */
export function agree({ node, sandbox }: Pair): boolean {
  return (
    JSON.stringify(node.lines) === JSON.stringify(sandbox.lines) &&
    (node.error === undefined) === (sandbox.error === undefined)
  );
}
