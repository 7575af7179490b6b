import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RuntimeSnapshots } from '#judge/runtimeSnapshots.ts';

export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** For tests only: what a runner that was taken over might reach on the machine of its worker. */
export class Surroundings {
  readonly #folder = mkdtempSync(join(tmpdir(), 'assay-around-'));
  readonly #servers: Server[] = [];
  readonly #datagrams = createSocket('udp4');
  readonly #snapshots: RuntimeSnapshots;
  #other: ChildProcess | undefined;
  #received = 0;
  given: Record<string, string | number> = {};

  constructor(snapshots: RuntimeSnapshots) {
    this.#snapshots = snapshots;
  }

  async open(): Promise<void> {
    const socketPath = join(this.#folder, 'socket');
    const abstractSocket = `\0assay-around-${process.pid}`;
    const tcp = await this.#listen(0);
    await this.#listen(socketPath);
    await this.#listen(abstractSocket);
    this.#datagrams.on('message', () => (this.#received += 1)).bind(0, '127.0.0.1');
    await once(this.#datagrams, 'listening');
    this.#other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      env: { CANARY: 'a secret of another process' },
      stdio: 'ignore',
    });
    await once(this.#other, 'spawn');
    const address = tcp.address();
    this.given = {
      tcpPort: typeof address === 'object' ? (address?.port ?? 0) : 0,
      udpPort: this.#datagrams.address().port,
      socketPath,
      abstractSocket,
      repository,
      snapshot: this.#snapshots.solutionPath,
      addon: someAddon(),
      otherPid: this.#other.pid ?? -1,
      workerPid: process.pid,
    };
  }

  async #listen(where: number | string): Promise<Server> {
    const server = createServer((socket) => socket.destroy());
    this.#servers.push(server);
    await once(
      typeof where === 'number' ? server.listen(where, '127.0.0.1') : server.listen(where),
      'listening',
    );
    return server;
  }

  async canReach(port: number): Promise<boolean> {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }

  async gotDatagram(): Promise<boolean> {
    await delay(200);
    return this.#received > 0;
  }

  async otherEnded(): Promise<boolean> {
    await delay(200);
    return this.#other?.signalCode !== null;
  }

  async close(): Promise<void> {
    this.#other?.kill('SIGKILL');
    this.#datagrams.close();
    await Promise.all(
      this.#servers.map((server) => new Promise((resolve) => server.close(resolve))),
    );
    rmSync(this.#folder, { recursive: true });
  }
}

/** A native module that is installed beside us and that no runner needs: SWC's, with which Jest compiles. */
function someAddon(): string {
  const require = createRequire(import.meta.url);
  const name = `@swc/core-${process.platform}-${process.arch}`;
  for (const candidate of [`${name}-gnu`, `${name}-musl`, name]) {
    try {
      return require.resolve(candidate);
    } catch {
      // It is for another kind of machine.
    }
  }
  throw new Error('There is no native module of SWC here.');
}
