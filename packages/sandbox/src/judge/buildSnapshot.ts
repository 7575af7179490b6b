/**
 * Makes one start-up snapshot: script on standard input, snapshot to the path given. A process of its own,
 * because isolated-vm wants Node without its own snapshot, which is a flag of the whole process.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import ivm from 'isolated-vm';

const [, , path = ''] = process.argv;
// The second script runs in a context that is thrown away; what V8 compiles for it stays.
const snapshot = ivm.Isolate.createSnapshot(
  [{ code: readFileSync(0, 'utf8'), filename: 'runtime.js' }],
  '__warmUp()',
);
// Written aside and renamed, so that a process that is killed leaves no half of one.
const unfinished = `${path}.${process.pid}`;
writeFileSync(unfinished, new Uint8Array(snapshot.copy()));
renameSync(unfinished, path);
