import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, serverProcess } from '@assay/queue/testing';

/**
 * A TURN server of its own for a test, on TCP of the loopback interface, which lets in whoever shows what was made with
 * `secret`. Needs coturn's `turnserver` on the PATH.
 */
export async function startTurnServer(
  secret: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-turn-'));
  const port = await freePort();
  const options = {
    'listening-ip': '127.0.0.1',
    'listening-port': port,
    'relay-ip': '127.0.0.1',
    realm: 'assay.test',
    'static-auth-secret': secret,
    userdb: join(folder, 'users'),
    pidfile: join(folder, 'pid'),
    'log-file': 'stdout',
  };
  const flags = [
    'use-auth-secret',
    'allow-loopback-peers',
    'no-cli',
    'no-tls',
    'no-dtls',
    'no-udp',
  ];
  const server = await serverProcess(
    'turnserver',
    [
      '-n',
      ...flags.map((flag) => `--${flag}`),
      ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    ],
    async () => {
      const socket = connect(port, '127.0.0.1');
      try {
        await once(socket, 'connect');
      } finally {
        socket.destroy();
      }
    },
  );
  return {
    url: `turn:127.0.0.1:${port}?transport=tcp`,
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
