import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataFolderProblem } from './DataFolderProblem.ts';

/** The longest path of a socket that every system takes, bytes. */
const maxSocketPath = 100;

/** Time for another process that starts at the same moment to replace our lock, ms. */
const contestMs = 50;

/**
 * Claims the data folder for this process: two on one database would destroy it. The lock is a socket that
 * the holder answers on, so that the kernel itself lets go when the holder dies, however it dies.
 */
export async function lockDataFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const path = join(folder, 'lock');
  if (Buffer.byteLength(path) > maxSocketPath) {
    throw new DataFolderProblem(
      `The path of the data folder ${folder} is too long. Set ASSAY_DATA_DIR to a folder with a shorter path.`,
    );
  }
  const server = (await listen(path)) ?? (await replaceStale(folder, path));
  const { ino } = statSync(path);
  await delay(contestMs);
  if (statSync(path, { throwIfNoEntry: false })?.ino !== ino) throw inUse(folder, undefined);
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function replaceStale(folder: string, path: string): Promise<Server> {
  const holder = await askHolder(path);
  if (holder.alive) throw inUse(folder, holder.pid);
  await rm(path, { force: true });
  const server = await listen(path);
  if (server === undefined) throw inUse(folder, undefined);
  return server;
}

/** Listens at `path`; `undefined` when something is there already. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(String(process.pid)));
    // The lock alone is no reason to keep running.
    server.unref();
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(path, () => resolve(server));
  });
}

function askHolder(path: string): Promise<{ alive: boolean; pid?: string }> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = createConnection(path);
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve({ alive: true, pid: answer }));
    // Nobody answers on a socket whose process is gone.
    socket.on('error', () => resolve({ alive: false }));
    socket.setTimeout(2_000, () => {
      socket.destroy();
      resolve({ alive: true });
    });
  });
}

function inUse(folder: string, pid: string | undefined): DataFolderProblem {
  const who = pid === undefined || pid === '' ? 'Another Assay' : `Another Assay (process ${pid})`;
  return new DataFolderProblem(
    `${who} is using the data folder ${folder}. Stop it first, or set ASSAY_DATA_DIR to another folder.`,
  );
}
