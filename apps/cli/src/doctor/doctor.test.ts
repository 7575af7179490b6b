import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { startCollector } from '@assay/telemetry/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkAddress, checkApiForWorkers } from './checkAddress.ts';
import { checkClock } from './checkClock.ts';
import { checkDisk } from './checkDisk.ts';
import { checkMail } from './checkMail.ts';
import { checkNode } from './checkNode.ts';
import { checkPostgres } from './checkPostgres.ts';
import { checkRedis } from './checkRedis.ts';
import { checkSandbox } from './checkSandbox.ts';
import { checkSecrets } from './checkSecrets.ts';
import { checkTraces } from './checkTraces.ts';
import { readDoctorEnvironment } from './env.ts';
import type { Finding } from './Finding.ts';

const env = (variables: Record<string, string>) => readDoctorEnvironment(variables);
const strong = '0123456789abcdef0123456789abcdef';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A server that is none of ours; gives its port. */
async function hostile(answer: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    answer(socket);
  });
  return listening(server);
}

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function expectOneClearLine(found: Finding[], says: RegExp): void {
  expect(found).toHaveLength(1);
  const [{ status, says: told, mend } = { status: 'ok', says: '', mend: '' }] = found;
  expect(status).toBe('failed');
  expect(told).toMatch(says);
  expect(told).not.toMatch(/\n|hunter2/);
  expect(mend).toMatch(/\S/);
}

describe('the doctor, of servers that are missing or something else', () => {
  it('says of Redis where it was looked for and why not, and never the password', async () => {
    expectOneClearLine(
      await checkRedis('redis://:hunter2@127.0.0.1:1'),
      /^Redis at 127\.0\.0\.1:1 cannot be used: .*ECONNREFUSED/,
    );
    expectOneClearLine(await checkRedis('not an address'), /no redis:\/\/ address/);
    const port = await hostile((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expectOneClearLine(await checkRedis(`redis://127.0.0.1:${port}`), /cannot be used: \S/);
  });

  it('says of PostgreSQL the same', async () => {
    expectOneClearLine(
      await checkPostgres('postgres://me:hunter2@127.0.0.1:1/assay'),
      /^Cannot use the database at 127\.0\.0\.1:1\/assay: .*ECONNREFUSED/,
    );
    const port = await hostile((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expectOneClearLine(
      await checkPostgres(`postgres://me:hunter2@127.0.0.1:${port}/assay`),
      /^Cannot use the database/,
    );
  });

  it('gives up on servers that say nothing', async () => {
    const port = await hostile(() => {});
    const [redis, postgres, mail] = await Promise.all([
      checkRedis(`redis://127.0.0.1:${port}`),
      checkPostgres(`postgres://me@127.0.0.1:${port}/assay`),
      checkMail(env({ ASSAY_SMTP_URL: `smtp://127.0.0.1:${port}` })),
    ]);
    expectOneClearLine(redis, /cannot be used/);
    expectOneClearLine(postgres, /Cannot use/);
    expectOneClearLine([mail], /does not take mail/);
  });

  it('says what a mail server answers', async () => {
    const port = await hostile((socket) => socket.write('554 go away\r\n'));
    const url = `smtp://me:hunter2@127.0.0.1:${port}`;
    expectOneClearLine([await checkMail(env({ ASSAY_SMTP_URL: url }))], /554 go away/);
    expectOneClearLine([await checkMail(env({ ASSAY_SMTP_URL: 'mail.example' }))], /no smtp/);
  });

  it('says who answers at the address instead of Assay', async () => {
    const server = createHttpServer((_request, response) => response.writeHead(502).end());
    const url = `http://127.0.0.1:${await listening(server)}`;
    expectOneClearLine(await checkAddress(env({ ASSAY_URL: url })), /answers 502 instead of Assay/);
    expectOneClearLine(
      [await checkApiForWorkers(env({ ASSAY_API_URL: url, ASSAY_WORKER_TOKEN: strong }))],
      /answers 502/,
    );
    expectOneClearLine(await checkAddress(env({ ASSAY_URL: 'assay.example' })), /no http/);
    expect(await checkAddress(env({ ASSAY_URL: 'http://127.0.0.1:1' }))).toMatchObject([
      { status: 'warning', says: expect.stringContaining('Nobody answers') },
    ]);
  });

  it('says whether a collector takes traces, and sends it none', async () => {
    const collector = await startCollector();
    expect(await checkTraces(collector.url)).toMatchObject({ check: 'traces', status: 'ok' });
    expect(collector.spans).toEqual([]);
    await collector.close();
    const warned = { check: 'traces', status: 'warning', mend: expect.stringMatching(/\S/) };
    expect(await checkTraces(`http://me:hunter2@127.0.0.1:1`)).toMatchObject({
      ...warned,
      says: expect.stringMatching(
        /^The collector at 127\.0\.0\.1:1 takes no traces: .*ECONNREFUSED/,
      ),
    });
    const server = createHttpServer((_request, response) => response.writeHead(401).end());
    const port = await listening(server);
    expect(await checkTraces(`http://127.0.0.1:${port}`)).toMatchObject({
      ...warned,
      says: expect.stringContaining('Unauthorized'),
    });
    expectOneClearLine([await checkTraces('collector:4318')], /no http/);
  });

  it('sees a proxy that drops headers and WebSockets, and an endpoint that takes another token', async () => {
    const server = createHttpServer(({ url }, response) => {
      response.writeHead(url?.startsWith('/internal') ? 401 : 200).end('{}');
    });
    const url = `http://127.0.0.1:${await listening(server)}`;
    const found = await checkAddress(env({ ASSAY_URL: url, ASSAY_TRUST_PROXY: 'true' }));
    const failed = found.filter(({ status }) => status === 'failed').map(({ check }) => check);
    expect(failed).toEqual(['proxy headers', 'sockets']);
    expect(found).toContainEqual(expect.objectContaining({ check: 'proxy', status: 'warning' }));
    expectOneClearLine(
      [await checkApiForWorkers(env({ ASSAY_API_URL: url, ASSAY_WORKER_TOKEN: strong }))],
      /does not take this token/,
    );
  });
});

describe('the doctor, of this machine', () => {
  it('tells secrets that can be guessed, and shows none', () => {
    const found = checkSecrets(
      env({
        ASSAY_SECRET: 'x'.repeat(40),
        ASSAY_WORKER_TOKEN: 'short',
        ASSAY_METRICS_TOKEN: strong,
      }),
    );
    expect(found.map(({ check, status }) => [check, status])).toEqual([
      ['ASSAY_SECRET', 'failed'],
      ['ASSAY_WORKER_TOKEN', 'failed'],
      ['ASSAY_METRICS_TOKEN', 'ok'],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/xxx|short|0123/);
    const same = checkSecrets(env({ ASSAY_SECRET: strong, ASSAY_WORKER_TOKEN: strong }));
    expect(same[0]?.says).toBe('It is the same as ASSAY_WORKER_TOKEN');
    expect(checkSecrets(env({ DATABASE_URL: 'postgres://x' }))[0]?.says).toMatch(/not set/);
  });

  it('tells clocks apart by how much harm they do', () => {
    const of = (ms: number) => checkClock('clock', 'The clock', ms).status;
    expect([of(20), of(-20), of(900), of(-900), of(6_000), of(-3_600_000)]).toEqual([
      'ok',
      'ok',
      'warning',
      'warning',
      'failed',
      'failed',
    ]);
  });

  it('knows the Node that it needs, and a profile that there is not', async () => {
    expect(await checkNode()).toMatchObject({ status: 'ok' });
    expect(await checkNode('20.1.0')).toMatchObject({ status: 'failed' });
    expect(await checkSandbox(env({ ASSAY_SANDBOX_PROFILE: 'docker' }))).toMatchObject({
      status: 'failed',
      says: 'ASSAY_SANDBOX_PROFILE is "docker"',
    });
  });

  it('sees a data folder that is not there, or that others may open', async () => {
    const [, absent] = await checkDisk('/no/such/folder');
    expect(absent).toMatchObject({ status: 'warning', says: 'There is no /no/such/folder yet' });
    const open = await checkDisk('/tmp');
    expect(open).toContainEqual(expect.objectContaining({ check: 'data folder rights' }));
  });
});
