/**
 * Makes one start-up snapshot: a SnapshotSource on standard input, snapshot to the path given. A process of its own,
 * because isolated-vm wants Node without its own snapshot, which is a flag of the whole process.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SnapshotSource } from '@assay/runtime/bundle';
import ivm from 'isolated-vm';

const [, , path = ''] = process.argv;
const { code, warmUp } = JSON.parse(readFileSync(0, 'utf8')) as SnapshotSource;
const snapshot = ivm.Isolate.createSnapshot([{ code, filename: 'runtime.js' }], warmUp);
// Written aside and renamed, so that a process that is killed leaves no half of one.
const unfinished = `${path}.${process.pid}`;
writeFileSync(unfinished, new Uint8Array(snapshot.copy()));
renameSync(unfinished, path);
