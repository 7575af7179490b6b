import { once } from 'node:events';
import { Agent, createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { OpenRequests } from './OpenRequests.ts';

/** A server whose answers are given by hand, and somebody who asks it over one connection that is kept. */
async function start(options?: { goOnMs: number }) {
  const arrived: ServerResponse[] = [];
  const server = createServer({ keepAliveTimeout: 75_000 }, (_request, response) => {
    arrived.push(response);
    server.emit('arrived');
  });
  const requests = new OpenRequests(server, options);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<string>((resolve, reject) => {
      request({ port, agent }, (response) => {
        response.resume().on('end', () => resolve(response.headers.connection ?? ''));
      })
        .on('error', reject)
        .end();
    });
  return { server, requests, arrived, ask };
}

describe('a server that ends', () => {
  it('answers what is under way, and closes a connection that would be kept for more', async () => {
    const { server, requests, arrived, ask } = await start();
    const before = ask();
    await once(server, 'arrived');
    arrived[0]?.end('before');
    expect(await before).toBe('keep-alive');
    const during = ask();
    await once(server, 'arrived');
    const ended = requests.end();
    arrived[1]?.end('during');
    expect(await during).toBe('close');
    await ended;
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('cuts off a request that goes on for too long', async () => {
    const { server, requests, ask } = await start({ goOnMs: 50 });
    const [asked] = await Promise.all([
      Promise.allSettled([ask()]),
      once(server, 'arrived').then(() => requests.end()),
    ]);
    expect(asked).toMatchObject([{ status: 'rejected', reason: { code: 'ECONNRESET' } }]);
  });

  it('ends also when it has never listened', async () => {
    await expect(new OpenRequests(createServer()).end()).resolves.toBeUndefined();
  });
});
