import { spawn } from 'node:child_process';

/** One command whose exit code says whether something holds. */
export type Step = { name: string; command: string; args: string[] };

export type StepResult = Step & { passed: boolean; durationMs: number; output: string };

export type RunOptions = {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** How many commands run at the same time. */
  concurrency: number;
  print: (line: string) => void;
};

/**
 * Runs every step, also after one has failed, so that one run shows all that is wrong.
 * Prints a line for each as it ends, the output of failing ones under theirs, and a line of counts.
 * A command that cannot be started is a failed step.
 */
export async function runSteps(steps: Step[], options: RunOptions): Promise<StepResult[]> {
  const width = Math.max(...steps.map((step) => step.name.length));
  const waiting = [...steps];
  const results: StepResult[] = [];

  async function takeTurns(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step, options);
      results.push(result);
      const mark = result.passed ? 'ok    ' : 'FAILED';
      options.print(`${mark} ${step.name.padEnd(width)} ${seconds(result.durationMs)}`);
      if (!result.passed) options.print(`\n${result.output.trim()}\n`);
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, takeTurns));

  const passed = results.filter((result) => result.passed).length;
  options.print(`Checks: ${passed} passed, ${results.length - passed} failed`);
  return results;
}

async function runStep(step: Step, { cwd, env }: RunOptions): Promise<StepResult> {
  const startedAt = performance.now();
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(step.command, step.args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (exitCode) =>
      resolve({ code: exitCode, output: Buffer.concat(chunks).toString() }),
    );
  });
  return { ...step, passed: code === 0, durationMs: performance.now() - startedAt, output };
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1_000).toFixed(1).padStart(5)} s`;
}
