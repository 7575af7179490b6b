import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { findPort } from './findPort.ts';

describe('the port', () => {
  it('is any free one for 0', async () => {
    expect(await findPort('127.0.0.1', 0)).toBeGreaterThan(1_023);
  });

  it('is refused in one line with a way out when it is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(findPort('127.0.0.1', port)).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
    server.close();
  });

  it('is refused in one line on an address that is not ours', async () => {
    await expect(findPort('192.0.2.1', 0)).rejects.toThrow(
      'HOST=192.0.2.1 is no address of this machine',
    );
  });
});
