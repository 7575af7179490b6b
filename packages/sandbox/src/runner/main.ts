/**
 * A runner: one process, one run. Arguments: heap in MB, solution snapshot, grader snapshot, and the data of
 * an empty PostgreSQL when the run is to have one.
 * It speaks JSON lines on descriptor 3, synchronously, and ends when its parent does.
 */
import { readFileSync, readSync, writeSync } from 'node:fs';
import ivm from 'isolated-vm';
import { dropRights } from './dropRights.ts';
import type { RunnerFrame } from './frames.ts';
import { GuestIsolate } from './GuestIsolate.ts';
import { runMutantJob } from './mutants/runMutantJob.ts';
import { createPostgresHost, lendHost } from './postgresHost.ts';
import { Run, startMs } from './Run.ts';
import type { RunnerJob } from './RunnerJob.ts';
import { warmPostgres } from './warmPostgres.ts';

const channel = 3;
/** The heap of the grader, MB: trusted code over data of the candidate's. */
const graderHeapMb = 256;

const [, , heapMb = '64', solutionPath = '', graderPath = '', postgresPath] = process.argv;

function send(frame: RunnerFrame): void {
  const bytes = Buffer.from(`${JSON.stringify(frame)}\n`);
  for (let sent = 0; sent < bytes.length;) sent += writeSync(channel, bytes, sent);
}

/** Waits for the one job; nothing when the parent has gone. */
function receiveJob(): RunnerJob | undefined {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const length = readSync(channel, chunk);
    if (length === 0) return undefined;
    chunks.push(chunk.subarray(0, length));
    if (chunk[length - 1] === 0x0a)
      return JSON.parse(Buffer.concat(chunks).toString()) as RunnerJob;
  }
}

function readSnapshot(path: string): ivm.ExternalCopy<ArrayBuffer> {
  const bytes = readFileSync(path);
  return new ivm.ExternalCopy(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
}

async function openPostgres(path: string) {
  const { PGlite } = await import('@electric-sql/pglite');
  // It keeps what it draws and reads while it starts, so that has to be the same in each runner.
  const restore = lendHost(createPostgresHost(() => startMs, 0));
  try {
    const pglite = await PGlite.create({ loadDataDir: new Blob([readFileSync(path)]) });
    await warmPostgres(pglite);
    return pglite;
  } finally {
    restore();
  }
}

async function main(): Promise<void> {
  const pglite = postgresPath === undefined ? undefined : await openPostgres(postgresPath);
  const solutionSnapshot = readSnapshot(solutionPath);
  const graderSnapshot = readSnapshot(graderPath);
  const createGrader = () => new GuestIsolate(graderSnapshot, graderHeapMb);
  const grader = createGrader();
  const createIsolate = (megabytes: number) => new GuestIsolate(solutionSnapshot, megabytes);
  let spare: GuestIsolate | undefined = createIsolate(Number(heapMb));
  dropRights();
  send({ type: 'ready' });

  const job = receiveJob();
  if (job) {
    const createSolution = () => {
      const ready = job.limits.heapMb === Number(heapMb) ? spare : undefined;
      spare = undefined;
      return ready ?? createIsolate(job.limits.heapMb);
    };
    if (job.mutants) runMutantJob(job, job.mutants, { createGrader, createSolution, pglite, send });
    else new Run(job, { grader, createSolution, pglite }, send).execute();
  }
  process.exit(0);
}

void main();
