import { rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Time to say where to, ms. Counters somebody who connects, says nothing, and keeps the server from closing. */
const askMs = 30_000;

const made = 'made';

const socketOf = (folder: string): string => join(folder, 'ask');

/**
 * Lets other processes of the folder's owner ask for a backup, by a socket inside of it: whoever may not look into the
 * folder cannot reach it. Call it while the folder's lock is held. `close` waits for a backup that is being written.
 */
export async function serveBackups(
  folder: string,
  write: (path: string) => Promise<void>,
): Promise<{ close(): Promise<void> }> {
  const place = socketOf(folder);
  await rm(place, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    socket.setTimeout(askMs, () => socket.destroy());
    const answering = async () => {
      // Its other half stays open, for the answer.
      const path = await text(socket.iterator({ destroyOnReturn: false }));
      socket.setTimeout(0);
      await write(path);
    };
    answering().then(
      () => socket.end(made),
      (error: Error) => socket.end(error.message),
    );
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(place, resolve);
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Asks whoever uses the folder to write a backup to an absolute path. */
export async function askForBackup(
  folder: string,
  path: string,
): Promise<{ status: 'made' } | { status: 'nobody' } | { status: 'failed'; why: string }> {
  const socket = createConnection({ path: socketOf(folder), allowHalfOpen: true });
  socket.end(path);
  // Without an answer there is no socket, or its process is gone.
  const answer = await text(socket).catch(() => '');
  if (answer === '') return { status: 'nobody' };
  return answer === made ? { status: 'made' } : { status: 'failed', why: answer };
}
