/**
 * A runner: one process, one run, or an author's many. Arguments: heap in MB, solution snapshot, grader snapshot, `linked`
 * when descriptor 0 leads to a PostgreSQL and otherwise `alone`, and the files of the language's engine, if it has one.
 * It speaks JSON lines on descriptor 3, synchronously, and ends when its parent does.
 */
import { readSync, writeSync } from 'node:fs';
import ivm from 'isolated-vm';
import { Link } from '#postgres/Link.ts';
import { createGuests, readSnapshot } from './createGuests.ts';
import { dropRights } from './dropRights.ts';
import type { RunnerFrame } from './frames.ts';
import { GuestIsolate } from './GuestIsolate.ts';
import { GuestSeries } from './GuestSeries.ts';
import { runMutantJob } from './mutants/runMutantJob.ts';
import { Run } from './Run.ts';
import type { RunnerJob } from './RunnerJob.ts';
import { runSeries } from './runSeries.ts';

const channel = 3;
/** The heap of the grader, MB: trusted code over data of the candidate's. */
const graderHeapMb = 256;

const [, , heapMb = '64', solutionPath = '', graderPath = '', linked, ...engine] = process.argv;

function send(frame: RunnerFrame): void {
  const bytes = Buffer.from(`${JSON.stringify(frame)}\n`);
  for (let sent = 0; sent < bytes.length;) sent += writeSync(channel, bytes, sent);
}

/** Waits for what the parent says, a line of JSON; nothing when the parent has gone. */
function receive(): unknown {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const length = readSync(channel, chunk);
    if (length === 0) return undefined;
    chunks.push(chunk.subarray(0, length));
    if (chunk[length - 1] === 0x0a) return JSON.parse(Buffer.concat(chunks).toString());
  }
}

async function main(): Promise<void> {
  const postgres = linked === 'linked' ? new Link(0) : undefined;
  const guests = createGuests(solutionPath, engine);
  const graderSnapshot = readSnapshot(graderPath);
  /** Both are made while the runner waits; those of later starts when they are needed. */
  const grader = new GuestIsolate(
    new ivm.Isolate({ snapshot: graderSnapshot, memoryLimit: graderHeapMb }),
  );
  let spare: GuestIsolate | undefined = guests.single(Number(heapMb));
  dropRights();
  send({ type: 'ready' });

  const job = receive() as RunnerJob | undefined;
  if (job?.mutants || job?.inSeries) {
    const graders = new GuestSeries(graderSnapshot);
    const workshop = {
      createGrader: () => graders.create(graderHeapMb),
      createSolution: guests.inSeries(),
      postgres,
      send,
      receive,
    };
    if (job.mutants) runMutantJob(job, job.mutants, workshop);
    else runSeries(job, workshop);
  } else if (job) {
    const createSolution = () => {
      const ready = job.limits.heapMb === Number(heapMb) ? spare : undefined;
      spare = undefined;
      return ready ?? guests.single(job.limits.heapMb);
    };
    new Run(job, { grader, createSolution, postgres }, send).execute();
  }
  process.exit(0);
}

void main();
