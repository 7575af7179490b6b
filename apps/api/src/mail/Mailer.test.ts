import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailServer } from '#testing/startMailServer.ts';
import { Mailer } from './Mailer.ts';

const run = promisify(execFile);
const login = { user: 'assay@northwind', password: 'p@ss:w/rd' };
const usual = tls.getCACertificates('default');

type Certificate = { key: string; cert: string };
let folder: string;
let trusted: Certificate;
let unknown: Certificate;
let ofAnother: Certificate;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-mailer-'));
  trusted = await certify('trusted', 'IP:127.0.0.1,IP:0.0.0.0');
  unknown = await certify('unknown', 'IP:127.0.0.1,IP:0.0.0.0');
  ofAnother = await certify('another', 'DNS:mail.elsewhere.test');
  tls.setDefaultCACertificates([...usual, trusted.cert, ofAnother.cert]);
});
afterAll(async () => {
  tls.setDefaultCACertificates(usual);
  await rm(folder, { recursive: true });
});

/** A certificate that signs itself, for the names or addresses. */
async function certify(name: string, names: string): Promise<Certificate> {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const called = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names}`];
  await run('openssl', ['req', '-x509', ...made, '-keyout', key, '-out', cert, ...called]);
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
}

/** Starts a server, sends it one mail, and tells what both made of it. */
async function send(
  options: Parameters<typeof startMailServer>[0],
  how: {
    /** 0.0.0.0 leads to this machine, too, and is not known as it. */
    host?: '127.0.0.1' | '0.0.0.0';
    tls?: 'required' | 'optional';
    password?: string;
  } = {},
) {
  const server = await startMailServer(options);
  const { host = '127.0.0.1', password = login.password } = how;
  const user = `${encodeURIComponent(login.user)}:${encodeURIComponent(password)}@`;
  const url = `smtp${options?.secure ? 's' : ''}://${options?.login ? user : ''}${host}:${server.port}`;
  const mailer = new Mailer({ url, tls: how.tls ?? 'required', from: 'hiring@northwind.test' });
  const handover = await mailer.send({
    id: crypto.randomUUID(),
    to: { name: 'Noor', address: 'noor@candidate.test' },
    subject: 'An invitation',
    text: 'Hello',
    html: '<p>Hello</p>',
  });
  mailer.close();
  await server.close();
  const { received, passwords } = server;
  return { handover, received, passwords };
}

describe('a mail server with TLS', () => {
  it('gets mail over STARTTLS by the login of its address', async () => {
    const { handover, received } = await send({ tls: trusted, login });
    expect(handover).toEqual({ status: 'sent' });
    expect(received).toMatchObject([{ isSecure: true, user: login.user }]);
  });

  it('gets it by TLS from the first byte, too', async () => {
    const { handover, received } = await send({ tls: trusted, login, secure: true });
    expect(handover).toEqual({ status: 'sent' });
    expect(received).toMatchObject([{ isSecure: true, user: login.user }]);
  });

  it('that refuses the login leaves the mail for another time', async () => {
    const { handover, received } = await send({ tls: trusted, login }, { password: 'wrong' });
    expect(handover).toEqual({ status: 'failed', reason: 'EAUTH AUTH PLAIN 535' });
    expect(received).toEqual([]);
  });

  it.each([
    ['nobody vouches for', false, () => unknown],
    ['nobody vouches for, from the first byte', true, () => unknown],
    ['is of another name', false, () => ofAnother],
    ['is of another name, from the first byte', true, () => ofAnother],
  ])('whose certificate %s is told neither password nor mail', async (_, secure, certificate) => {
    const sent = await send({ tls: certificate(), login, secure }, { tls: 'optional' });
    expect(sent).toMatchObject({ handover: { status: 'failed' }, received: [], passwords: [] });
  });
});

describe('a mail server without TLS', () => {
  it('on another machine is told neither password nor mail', async () => {
    const sent = await send({ login }, { host: '0.0.0.0' });
    expect(sent).toMatchObject({ handover: { status: 'failed' }, received: [], passwords: [] });
  });

  it('is used where the operator says that it may be, and on this machine', async () => {
    for (const how of [{ host: '0.0.0.0', tls: 'optional' }, {}] as const) {
      const { handover, received } = await send({ login }, how);
      expect(handover).toEqual({ status: 'sent' });
      expect(received).toMatchObject([{ isSecure: false, user: login.user }]);
    }
  });
});
