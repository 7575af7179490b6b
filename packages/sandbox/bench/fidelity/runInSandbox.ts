/**
 * Child of the fidelity suite: runs the programs that it gets as JSON on standard input, each in a solution's
 * context and on a virtual loop of its own, and prints what each printed, as JSON. Argument: the solution's snapshot.
 */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { defaultLimits } from '@assay/contracts/verdict';
import ivm from 'isolated-vm';
import { bundleProgram } from '#bundle/bundleProgram.ts';
import { GuestSeries } from '#runner/GuestSeries.ts';
import { Solution } from '#runner/Solution.ts';
import { VirtualLoop } from '#runner/VirtualLoop.ts';
import { RedisServer } from '#runner/redis/RedisServer.ts';
import { VirtualNetwork } from '#runner/VirtualNetwork.ts';
import { describeRejection } from '#runner/describeRejection.ts';
import type { Outcome, Program } from './Outcome.ts';

const startMs = Date.UTC(2030, 0, 1, 9);
const cpuMs = 5_000;
const patience = 20;
const maxTurns = 20_000;

const [, , snapshotPath = ''] = process.argv;
const bytes = readFileSync(snapshotPath);
const guests = new GuestSeries(
  new ivm.ExternalCopy(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
);

async function run({ code }: Program): Promise<Outcome> {
  const bundled = await bundleProgram({
    files: { 'index.mjs': code },
    entry: 'index.mjs',
    name: 'solution.js',
  });
  if (!bundled.ok)
    return { lines: [], error: bundled.diagnostics.map(({ message }) => message).join('\n') };
  const lines: string[] = [];
  let error: string | undefined;
  const loop = new VirtualLoop(startMs, 1);
  const job = {
    seed: 1,
    limits: defaultLimits,
    solution: bundled.program.code,
    tests: [],
    patience,
  };
  const turn = (op: string, ...args: (string | number)[]) => {
    try {
      solution.turn(cpuMs, patience, op, ...args);
    } catch (thrown) {
      error ??= describeRejection(thrown).message;
    }
  };
  const solution: Solution = new Solution(guests.create(64), job, {
    loop,
    postgres: undefined,
    redis: new RedisServer({
      nextConnection: () => 1,
      deliver: () => {},
      onCommand: () => {},
      onCrash: () => {},
      onPublish: () => {},
      now: () => loop.nowMs,
      after: () => () => {},
    }),
    network: new VirtualNetwork(),
    turn,
    print: (line) => void lines.push(line.text),
    exchanges: { respond: () => {}, respondPart: () => {}, want: () => {} },
    callTests: () => '{}',
    settle: () => {},
    wait: () => false,
    outOfMemory: () => {},
    refused: () => {},
    crashed: ({ message }) => {
      error ??= message;
    },
  });
  turn('load', bundled.program.code);
  while (error === undefined && loop.turns < maxTurns && loop.step());
  solution.dispose();
  return { lines, ...(error === undefined ? {} : { error }) };
}

const outcomes: Outcome[] = [];
for (const program of JSON.parse(await text(process.stdin)) as Program[])
  outcomes.push(await run(program));
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
