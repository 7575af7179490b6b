import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiClient } from '#testing/apiClient.ts';
import { invite, makeToken, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

/** What names, code, files and messages may hold of HTML. */
const script = `<script>alert(1)</script><img src=x onerror="alert(1)">`;

let api: TestApi;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'assay-attacks-'));
  const webRoot = path.join(folder, 'web');
  await writeFile(path.join(folder, 'secret.txt'), 'not for the web');
  await mkdir(webRoot);
  await writeFile(path.join(webRoot, 'index.html'), '<!doctype html>the app');
  api = await startTestApi({ webRoot });
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

describe('a session', () => {
  it('is never the one that somebody planted in the browser before', async () => {
    const { link, path: attempt } = await invite(api);
    const victim = apiClient(api);
    victim.cookies.set('assay_candidate', 'planted-by-somebody-who-knows-it');
    await victim.post('/api/candidate/session', { token: link.split('/').at(-1) });
    expect(victim.cookies.get('assay_candidate')).not.toBe('planted-by-somebody-who-knows-it');
    const attacker = apiClient(api);
    attacker.cookies.set('assay_candidate', 'planted-by-somebody-who-knows-it');
    expect((await attacker.get(attempt)).status).toBe(401);
    expect((await victim.get(attempt)).status).toBe(200);

    const before = await signIn(api, 'reviewer');
    const after = await signIn(api, 'reviewer');
    const named = [...before.cookies.keys()].find((name) => name.includes('session')) ?? '';
    expect(named).not.toBe('');
    expect(before.cookies.get(named)).not.toBe(after.cookies.get(named));
  });

  it('is not opened by a token that is nearly right, and the answer does not say how near', async () => {
    const { link, admin } = await invite(api);
    const token = link.split('/').at(-1) ?? '';
    const { secret } = await makeToken(api, admin, ['candidates:read']);
    const nearly = (text: string) => [
      `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`,
      `${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}`,
      text.slice(0, -1),
      'nothing like it',
    ];
    const byLink = await Promise.all(
      nearly(token).map((wrong) => apiClient(api).post('/api/candidate/session', { token: wrong })),
    );
    expect(new Set(byLink.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const byBearer = await Promise.all(
      nearly(secret).map((wrong) =>
        apiClient(api, { authorization: `Bearer ${wrong}` }).get('/api/me'),
      ),
    );
    expect(new Set(byBearer.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    // They are looked up by their SHA-256: how long that takes says nothing of the token.
    expect(await api.findText(token)).toEqual([]);
    expect(await api.findText(secret)).toEqual([]);
  });
});

describe('a page of another site', () => {
  it('can change nothing by what browsers send without asking: links, forms, simple requests', async () => {
    const { client, path: attempt } = await invite(api);
    const elsewhere = { origin: 'https://evil.test', referer: 'https://evil.test/' };
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
      const answer = await client.send('POST', `${attempt}/start`, '{}', {
        ...elsewhere,
        'content-type': type,
      });
      expect([type, answer.status]).toEqual([type, 403]);
    }
    await client.send('GET', `${attempt}/start`, undefined, elsewhere);
    expect((await client.get(attempt)).body).toMatchObject({ state: 'invited' });
    const preflight = await client.send('OPTIONS', `${attempt}/start`, undefined, {
      ...elsewhere,
      'access-control-request-method': 'POST',
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what somebody is called, or writes', () => {
  it('is data in every answer, never a page', async () => {
    const { client, admin, path: attempt } = await invite(api, { started: true, name: script });
    await client.put(`${attempt}/workspaces/sample`, {
      files: { 'src/index.ts': script, [`src/x.html`]: script },
    });
    await client.post(`${attempt}/messages`, { text: script });
    const answers = await Promise.all([
      client.get(attempt),
      client.get(`${attempt}/workspaces/sample`),
      admin.get('/api/invitations'),
      client.get(`/api/${encodeURIComponent(script)}`),
      client.post('/api/candidate/session', { token: script }),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('content-type')).toMatch(/^application\/json/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    }
    expect(answers.some(({ text }) => text.includes('onerror'))).toBe(true);
  });

  it('becomes no part of the prototype of anything', async () => {
    const { client, path: attempt } = await invite(api, { started: true });
    const poisons = [
      '{"__proto__":{"polluted":"yes"},"challenge":"sample","suite":"public"}',
      '{"constructor":{"prototype":{"polluted":"yes"}},"challenge":"sample","suite":"public"}',
    ];
    for (const poison of poisons) await client.post(`${attempt}/submissions`, poison);
    const files = '{"files":{"__proto__":"x","constructor/prototype/polluted.ts":"x"}}';
    await client.put(`${attempt}/workspaces/sample`, files);
    await client.get(
      '/api/review/attempts?__proto__[polluted]=yes&constructor[prototype][polluted]=yes',
    );
    const bare: Record<string, unknown> = {};
    expect(bare['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('sets nothing that its form does not have: no role, owner, state or time', async () => {
    const { client, admin, path: attempt } = await invite(api);
    const more = {
      role: 'admin',
      id: crypto.randomUUID(),
      attemptId: crypto.randomUUID(),
      state: 'ended',
      minutes: 9_999,
      deadlineAt: '2099-01-01T00:00:00Z',
      isAdmin: true,
    };
    // The id of an invitation is the inviter's to choose.
    const { id: _ownId, ...rest } = more;
    const started = await client.post(`${attempt}/start`, more);
    expect(started.text).not.toMatch(/2099|9999/);
    expect((await client.get(attempt)).text).not.toMatch(/2099|9999/);
    expect((await client.get(attempt)).body).toMatchObject({ state: 'running' });
    expect((await client.get('/api/me')).status).toBe(401);

    const invited = await admin.post('/api/invitations', {
      assessmentId: api.assessmentId,
      candidateName: 'Mass',
      candidateEmail: `${crypto.randomUUID()}@candidate.test`,
      ...rest,
    });
    expect(invited.text).not.toContain(rest.attemptId);
    expect(invited.text).not.toMatch(/2099|9999|"ended"/);
    const reviewer = await signIn(api, 'reviewer');
    for (const address of ['/api/auth/update-user', '/api/auth/sign-up/email'])
      await reviewer.post(address, {
        ...more,
        name: 'x',
        email: 'x@x.test',
        password: 'x'.repeat(12),
      });
    expect((await reviewer.get('/api/me')).text).not.toContain('"admin"');
  });
});

describe('an address', () => {
  /** As it is: `fetch` would tidy it up. */
  function raw(target: string): Promise<{ status: number; text: string }> {
    const { hostname, port } = new URL(api.url);
    return new Promise((resolve, reject) => {
      request({ hostname, port, path: target }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      })
        .on('error', reject)
        .end();
    });
  }

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/assets/%00/../../secret.txt',
    '//secret.txt',
  ])('%s leads out of the folder of the web app to nothing', async (target) => {
    const { status, text } = await raw(target);
    expect(text).not.toContain('not for the web');
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
  });
});

describe('a text made to keep regular expressions busy', () => {
  /** CPU of this process, ms, for `work`. */
  async function cpuMs(work: () => Promise<unknown>): Promise<number> {
    const from = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  }

  it('costs no more than another of its length, wherever people may write', async () => {
    const { client, admin, path: attempt } = await invite(api, { started: true });
    const length = 20_000;
    const places: ((text: string) => Promise<unknown>)[] = [
      (text) => client.post('/api/candidate/session', { token: text }),
      (text) => client.post(`${attempt}/messages`, { text }),
      (text) => client.put(`${attempt}/workspaces/sample`, { files: { [text]: 'x' } }),
      (text) => client.put(`${attempt}/workspaces/sample`, { files: { 'src/x.ts': text } }),
      (text) => admin.post('/api/invitations/preview', { text }),
      (text) =>
        admin.post('/api/invitations', {
          assessmentId: api.assessmentId,
          candidateName: text,
          candidateEmail: `${text}@x.test`,
        }),
      (text) => apiClient(api, { authorization: `Bearer ${text.slice(0, 8_000)}` }).get('/api/me'),
    ];
    const evil = ['a', ' ', '.', '@', '-', '/', '\t', 'a@', 'a.', ', ', '"', '<a', '((', '0'].map(
      (unit) => `${unit.repeat(length).slice(0, length)}!`,
    );
    const plain = 'The quick brown fox. '.repeat(length).slice(0, length);
    for (const [index, place] of places.entries()) {
      await place(plain);
      const usualMs = await cpuMs(() => place(plain));
      for (const text of evil) {
        const tookMs = await cpuMs(() => place(text));
        // What backtracks takes minutes at this length, not a few times as long.
        expect([index, text.slice(0, 3), tookMs < 20 * usualMs + 1_500]).toEqual([
          index,
          text.slice(0, 3),
          true,
        ]);
      }
    }
  });
});
