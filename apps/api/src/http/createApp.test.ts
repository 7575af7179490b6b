import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JudgedChallenge } from '@assay/contracts/challenge';
import { maxFileLength } from '@assay/contracts/workspace';
import { apiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { maxBodyBytes } from './createApp.ts';

let api: TestApi;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(path.join(tmpdir(), 'assay-web-'));
  await mkdir(path.join(webRoot, 'assets'));
  await writeFile(path.join(webRoot, 'index.html'), '<!doctype html>the app');
  await writeFile(path.join(webRoot, 'assets', 'app-1234.js'), 'the script');
  api = await startTestApi({ webRoot });
});
afterAll(async () => {
  await api.close();
  await rm(webRoot, { recursive: true });
});

describe('bad requests', () => {
  it('with malformed JSON get 400 that says so', async () => {
    const { client, path: attempt } = await invite(api, { started: true });
    const answer = await client.post(`${attempt}/submissions`, '{"challenge": "sample",');
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST', defined: false } });
    expect(answer.text).toMatch(/not valid JSON/);
  });

  it('with input that does not fit get 400 that names the field', async () => {
    const { client, path: attempt } = await invite(api, { started: true });
    const answer = await client.post(`${attempt}/submissions`, {
      challenge: 'sample',
      suite: 'all',
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', data: { issues: [{ path: 'suite' }] } },
    });
  });

  it('with 2 MB of source get 413 that names the limit', async () => {
    const { client, path: attempt } = await invite(api, { started: true });
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`src/${n}.ts`, 'x'.repeat(maxFileLength)]),
    );
    expect(await client.put(`${attempt}/workspaces/sample`, { files })).toMatchObject({
      status: 413,
      body: { code: 'PAYLOAD_TOO_LARGE', status: 413, data: { limit: maxBodyBytes } },
    });
    const one = { 'src/1.ts': 'x'.repeat(maxFileLength + 1) };
    expect(await client.put(`${attempt}/workspaces/sample`, { files: one })).toMatchObject({
      status: 413,
      body: { defined: true, code: 'FILES_TOO_LARGE', data: { limit: maxFileLength } },
    });
  });

  it.each(['../x', '/etc/passwd', 'a\0b', 'src//x.ts', 'node_modules/x.js'])(
    'that name a file %j get 422 that names it',
    async (name) => {
      const { client, path: attempt } = await invite(api, { started: true });
      const answer = await client.put(`${attempt}/workspaces/sample`, { files: { [name]: 'x' } });
      expect(answer).toMatchObject({ status: 422, body: { code: 'FILES_REFUSED' } });
      expect((await client.get(`${attempt}/workspaces/sample`)).text).toContain('Start here.');
    },
  );

  it('that are not JSON get 415, whatever they are', async () => {
    const client = apiClient(api);
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      const answer = await client.send('POST', '/api/candidate/session', '{"token":"x"}', {
        'content-type': type,
      });
      expect(answer).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
    }
  });

  it('with a text that PostgreSQL cannot hold get 400 and no stack', async () => {
    const reviewer = await signIn(api, 'reviewer');
    expect(await reviewer.get('/api/review/attempts?search=a%00b')).toMatchObject({ status: 400 });
  });

  it('from a page of another site get 403, on every way in', async () => {
    const { client, path: attempt } = await invite(api);
    for (const address of [`${attempt}/start`, '/api/auth/sign-out']) {
      const answer = await client.send('POST', address, {}, { origin: 'https://evil.test' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    expect((await client.get(attempt)).body).toMatchObject({ state: 'invited' });
    const answer = await client.send(
      'POST',
      `${attempt}/start`,
      {},
      { origin: 'http://assay.test' },
    );
    expect(answer.status).toBe(200);
  });

  it('for an address that is none get 404 as JSON', async () => {
    expect(await apiClient(api).get('/api/nothing')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it('that guess too often get 429', async () => {
    const guessed = await startTestApi();
    const client = apiClient(guessed);
    let answer = await client.post('/api/candidate/session', { token: 'guess' });
    for (let n = 0; n < 60 && answer.status === 404; n += 1) {
      answer = await client.post('/api/candidate/session', { token: `guess ${n}` });
    }
    expect(answer).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    await guessed.close();
  });
});

describe('an error that nobody expected', () => {
  it('leaves as 500 with an id that is in the log, and nothing else', async () => {
    const broken = await startTestApi();
    const { client, path: attempt } = await invite(broken, { started: true });
    await broken.db.execute('alter table submissions rename to gone');
    const answer = await client.get(`${attempt}/submissions`);
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(answer.text).not.toMatch(/select|submissions|relation/);
    const [, id = 'none'] = /Reference ([0-9a-f]{12})\./.exec(answer.text) ?? [];
    expect(broken.logs.some((line) => line.includes(id) && line.includes('relation'))).toBe(true);
    await broken.close();
  });
});

describe('the web app', () => {
  it('is served at every address of its own, with a strict policy', async () => {
    for (const address of ['/', '/c/some-token', '/review/123']) {
      const answer = await apiClient(api).send('GET', address, undefined, { accept: 'text/html' });
      expect([answer.status, answer.text]).toEqual([200, '<!doctype html>the app']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    const { headers } = await apiClient(api).get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('has assets that are kept for ever, and 404 for those that are gone', async () => {
    const script = await apiClient(api).get('/assets/app-1234.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await apiClient(api).get('/assets/gone.js')).status).toBe(404);
  });
});

describe('the door for workers', () => {
  it('gives a challenge to those who hold the token', async () => {
    const { judged } = sampleChallenge('sample');
    const address = `/internal/challenges/${judged.hash}`;
    const client = apiClient(api);
    expect((await client.get(address)).status).toBe(401);
    expect(
      (await client.send('GET', address, undefined, { authorization: 'Bearer wrong' })).status,
    ).toBe(401);
    const authorization = 'Bearer worker-token';
    const answer = await client.send('GET', address, undefined, { authorization });
    expect(JudgedChallenge.parse(answer.body)).toEqual(judged);
    expect(
      (await client.send('GET', '/internal/challenges/none', undefined, { authorization })).status,
    ).toBe(404);
    expect(await api.content(judged.hash)).toEqual(judged);
  });
});

describe('the documents of the API', () => {
  it('name every route', async () => {
    const { body } = await apiClient(api).get('/api/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.1',
      paths: { '/attempts/{attemptId}/submissions': { post: {}, get: {} }, '/me': { get: {} } },
    });
  });
});

describe('health', () => {
  it('is told without a session', async () => {
    expect(await apiClient(api).get('/health')).toMatchObject({
      status: 200,
      body: { status: 'ok', database: 'ok', judging: 'ok', sandbox: ['namespaces'] },
    });
  });
});

describe('the log', () => {
  it('holds no token', async () => {
    const client = apiClient(api);
    await client.get('/api/auth/magic-link/verify?token=very-secret-token');
    await client.send('GET', '/api/me', undefined, {
      cookie: 'assay_candidate=very-secret-cookie',
    });
    expect(api.logs.join('')).not.toMatch(/very-secret/);
  });
});
