/**
 * Makes what an engine starts from once it has started and loaded our library: path to write to, snapshot of the isolate,
 * and the engine's own files. A process of its own, because isolated-vm wants Node without its own snapshot.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import ivm from 'isolated-vm';

const [, , madePath = '', snapshotPath = '', ...partPaths] = process.argv;

function read(path: string): ivm.ExternalCopy<ArrayBuffer> {
  const bytes = readFileSync(path);
  return new ivm.ExternalCopy(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
}

const isolate = new ivm.Isolate({ snapshot: read(snapshotPath), memoryLimit: 512 });
const context = isolate.createContextSync();
// What its promises defer is done when the call is over.
context.evalClosureSync(
  `globalThis.__made = {};
   __makeMemory(...arguments).then(
     (memory) => { __made.memory = memory.slice().buffer; },
     (error) => { __made.problem = String(error?.stack ?? error); });`,
  partPaths.map((path) => read(path).copyInto({ release: true, transferIn: true })),
);
const problem = context.evalSync('__made.problem') as string | undefined;
if (problem !== undefined) throw new Error(problem);
const memory = context.evalSync('__made.memory', { copy: true }) as ArrayBuffer;
// Written aside and renamed, so that a process that is killed leaves no half of one.
const unfinished = `${madePath}.${process.pid}`;
writeFileSync(unfinished, new Uint8Array(memory));
renameSync(unfinished, madePath);
