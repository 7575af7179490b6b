/**
 * Child of the fidelity suite: runs the programs that it gets as JSON on standard input in this Node, one after
 * the other, and prints what each printed, as JSON.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { format, inspect } from 'node:util';
import type { Outcome, Program } from './Outcome.ts';

/** Real time that a program may take, ms. */
const patienceMs = 5_000;

const programs = JSON.parse(await text(process.stdin)) as Program[];
/** Beside the packages that solutions may import. */
const cache = fileURLToPath(new URL('../../../runtime/node_modules/.cache/', import.meta.url));
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'fidelity-'));
let lines: string[] = [];
let failure: ((error: unknown) => void) | undefined;

const print = (...values: unknown[]) => void lines.push(format(...values));
Object.assign(globalThis.console, {
  log: print,
  info: print,
  debug: print,
  warn: print,
  error: print,
  dir: (value: unknown, options?: object) =>
    void lines.push(inspect(value, { customInspect: false, ...options })),
});
process.on('uncaughtException', (error) => failure?.(error));

const outcomes: Outcome[] = [];
for (const [index, { code, quietMs }] of programs.entries()) {
  lines = [];
  process.removeAllListeners('warning').on('warning', ({ name, message }) => {
    if (name !== 'DeprecationWarning') lines.push(`(node:1) ${name}: ${message}`);
  });
  const path = join(folder, `program-${index}.mjs`);
  await writeFile(path, code);
  const failed = new Promise<never>((_resolve, reject) => {
    failure = reject;
  });
  let error: string | undefined;
  try {
    await Promise.race([
      import(path),
      failed,
      wait(patienceMs, undefined, { ref: false }).then(() =>
        Promise.reject(new Error('It did not end.')),
      ),
    ]);
    await Promise.race([wait(quietMs ?? 2), failed]);
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : inspect(thrown);
  }
  outcomes.push({ lines, ...(error === undefined ? {} : { error }) });
}
await rm(folder, { recursive: true });
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
