/** The `files` of the world: what lies on the solution's disk. */
import { Buffer } from 'node:buffer';
import type { FileCall, FileReply } from '#node/disk.ts';
import { textToBinary, toBinary } from '#remote/binary.ts';
import type { GraderHost } from '#grader/protocol.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Files } from '@assay/runtime/world';

export function createFiles(host: GraderHost): Files {
  const call = (name: string, given: FileCall): FileReply => {
    const reply = parse(host.files(JSON.stringify(given)));
    if ('error' in reply) throw new Error(`files.${name}: ${String(reply.error)}`);
    return reply;
  };
  const bytes = (name: string, path: string): Buffer => {
    const reply = call(name, { op: 'read', path });
    return Buffer.from('binary' in reply ? reply.binary : '', 'latin1');
  };
  return {
    async write(path, content) {
      const binary = typeof content === 'string' ? textToBinary(content) : toBinary(content);
      call('write', { op: 'write', path, binary });
    },
    read: async (path) => bytes('read', path).toString(),
    bytes: async (path) => bytes('bytes', path),
    async list(folder) {
      const reply = call('list', { op: 'list', path: folder });
      return 'paths' in reply ? reply.paths : [];
    },
    async remove(path) {
      call('remove', { op: 'remove', path });
    },
  };
}

/** It comes from an isolate whose program may have changed it. */
function parse(json: string): FileReply {
  try {
    const reply = JSON.parse(json) as FileReply;
    if ('error' in reply) return reply;
    if ('binary' in reply && typeof reply.binary === 'string') return reply;
    if ('paths' in reply && reply.paths.every((path) => typeof path === 'string')) return reply;
  } catch {
    // As below.
  }
  return { error: 'the solution has stopped.' };
}
