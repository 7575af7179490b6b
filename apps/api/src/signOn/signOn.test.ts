import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { makeToken, signIn } from '#testing/people.ts';
import { startOpenIdProvider } from '#testing/startOpenIdProvider.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { ownPath } from './signOnFlow.ts';
import { readSignOnSettings, type SignOnSettings } from './signOnSettings.ts';

const publicUrl = 'http://assay.test';
let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
/** Changed by tests, and read at each sign-on. */
let settings: SignOnSettings;
let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  provider = await startOpenIdProvider({
    callback: `${publicUrl}/api/sign-on/callback`,
    signedOut: `${publicUrl}/sign-in`,
  });
  settings = {
    issuer: provider.issuer,
    clientId: 'assay',
    clientSecret: 'the secret of this client',
    name: 'Northwind',
    scopes: 'openid email profile groups',
    domains: ['northwind.test'],
    createsUnknown: false,
    roles: [],
  };
  api = await startTestApi({ signOn: settings });
  admin = await signIn(api, 'admin');
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

/** A member with an account at the provider. */
async function newMember(role: 'reviewer' | 'admin' = 'reviewer') {
  const sub = crypto.randomUUID();
  const email = `${sub}@northwind.test`;
  await admin.post('/api/members', { name: 'Kim', email, role });
  await provider.add(sub, { email, email_verified: true, name: 'Kim Lee', groups: [] });
  return { sub, email };
}

/** The way to the provider and back, up to what is opened last. */
async function goThere(client: ApiClient, sub: string, next = '/review') {
  const start = await client.get(`/api/sign-on/start?next=${encodeURIComponent(next)}`);
  expect(start.status).toBe(303);
  const back = new URL(await provider.visit(start.headers.get('location') ?? '', sub));
  expect(back.origin).toBe(publicUrl);
  return back.pathname + back.search;
}

async function signOnAs(sub: string, next?: string) {
  const client = apiClient(api);
  const answer = await client.get(await goThere(client, sub, next));
  return { client, location: answer.headers.get('location'), me: await client.get('/api/me') };
}

const problem = (code: string) => ({
  location: `/sign-in?problem=${code}`,
  me: expect.objectContaining({ status: 401 }),
});

describe('signing on by an OpenID provider', () => {
  it('lets a member in, known by the account from then on, also with another address', async () => {
    const { sub, email } = await newMember();
    expect(await signOnAs(sub, '/review?page=2')).toMatchObject({
      location: '/review?page=2',
      me: { status: 200, body: { email, role: 'reviewer' } },
    });
    await provider.add(sub, { email: 'married@northwind.test', email_verified: true });
    expect(await signOnAs(sub)).toMatchObject({ me: { status: 200, body: { email } } });
    expect(JSON.stringify(api.logs)).not.toMatch(/secret of this client|eyJ/);
    expect((await apiClient(api).get('/api/sign-on')).body).toEqual({ name: 'Northwind' });
  });

  it('sends PKCE, state and nonce, in a cookie that no script and no other site gets', async () => {
    const answer = await apiClient(api).get('/api/sign-on/start');
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^assay_sign_on=.*; Max-Age=600; Path=\/api\/sign-on;.* HttpOnly; SameSite=Lax$/,
    );
  });

  it('refuses an answer that another browser asked for, that is forged, late, or used before', async () => {
    const { sub } = await newMember();
    const [mine, theirs] = [apiClient(api), apiClient(api)];
    const answer = await goThere(theirs, sub);
    // Login CSRF: somebody is made to open the end of another person's sign-on.
    await mine.get('/api/sign-on/start');
    const open = async (client: ApiClient, address: string) =>
      (await client.get(address)).headers.get('location');
    const expired = '/sign-in?problem=expired';
    expect(await open(apiClient(api), answer)).toBe(expired);
    expect(await open(mine, answer)).toBe(expired);
    expect(await open(theirs, answer.replace(/state=[\w-]+/, `state=${'x'.repeat(43)}`))).toBe(
      expired,
    );
    expect((await theirs.get('/api/me')).status).toBe(401);
    // A code that was not made for this exchange, under its own state.
    const other = await goThere(mine, sub);
    const code = new URL(answer, publicUrl).searchParams.get('code') ?? '';
    expect(await open(mine, other.replace(/code=[\w-]+/, `code=${code}`))).toBe(
      '/sign-in?problem=failed',
    );
    const slow = apiClient(api);
    const late = await goThere(slow, sub);
    const [name = '', flow = ''] = [...slow.cookies].at(-1) ?? [];
    const once = await slow.get(late);
    expect(once.headers.get('location')).toBe('/review');
    slow.cookies.clear();
    slow.cookies.set(name, flow);
    expect(await open(slow, late)).toBe('/sign-in?problem=failed');
    const past = flow.replace(/\.\d+\./, '.1.');
    slow.cookies.set(name, past);
    expect(await open(slow, late)).toBe(expired);
  });

  it.each([
    ['for another exchange', { nonce: 'another nonce' }, 'provider'],
    ['for another client', { aud: 'another client' }, 'provider'],
    ['by another issuer', { iss: 'https://evil.test' }, 'provider'],
    ['that is over', { exp: 1 }, 'provider'],
    ['that somebody else has signed', {}, 'stranger'],
  ] as const)('refuses an ID token %s', async (_what, claims, signedBy) => {
    const { sub } = await newMember();
    await provider.forge(claims, signedBy);
    expect(await signOnAs(sub)).toMatchObject(problem('failed'));
    expect(await signOnAs(sub)).toMatchObject({ me: { status: 200 } });
  });

  it('refuses addresses that are not verified or of another domain, and strangers', async () => {
    const { sub, email } = await newMember();
    for (const [claims, code] of [
      [{ email, email_verified: false }, 'unverified'],
      [{ email }, 'unverified'],
      [{ email_verified: true }, 'unverified'],
      [{ email: 'kim@evil.test', email_verified: true }, 'domain'],
      [{ email: 'kim@northwind.test.evil.test', email_verified: true }, 'domain'],
      [{ email: 'nobody@northwind.test', email_verified: true }, 'unknown'],
    ] as const) {
      await provider.add(sub, claims);
      expect(await signOnAs(sub)).toMatchObject(problem(code));
    }
  });

  it('refuses the address of a member to another account', async () => {
    const { sub, email } = await newMember();
    await signOnAs(sub);
    await provider.add(`heir-${sub}`, { email, email_verified: true });
    expect(await signOnAs(`heir-${sub}`)).toMatchObject(problem('other-account'));
  });

  it('keeps out who was removed, until an admin adds them again', async () => {
    Object.assign(settings, { createsUnknown: true, defaultRole: 'reviewer' });
    const { sub, email } = await newMember();
    const { client, me } = await signOnAs(sub);
    const { id } = me.body as { id: string };
    await admin.send('DELETE', `/api/members/${id}`);
    expect((await client.get('/api/me')).status).toBe(401);
    expect(await signOnAs(sub)).toMatchObject(problem('removed'));
    // Not by a new address either: the account is known.
    await provider.add(sub, { email: `new-${email}`, email_verified: true });
    expect(await signOnAs(sub)).toMatchObject(problem('removed'));
    await provider.add(sub, { email, email_verified: true });
    await admin.post('/api/members', { name: 'Kim', email, role: 'interviewer' });
    expect(await signOnAs(sub)).toMatchObject({ me: { status: 200, body: { id } } });
    Object.assign(settings, { createsUnknown: false, defaultRole: undefined });
  });

  it('makes members of strangers where it may, with the roles that the provider says', async () => {
    Object.assign(settings, {
      createsUnknown: true,
      roleClaim: 'groups',
      roles: [
        { value: 'assay-admins', role: 'admin' },
        { value: 'engineering', role: 'reviewer' },
      ],
    });
    const sub = crypto.randomUUID();
    const claims = { email: `${sub}@northwind.test`, email_verified: true, name: 'Lou\r\nBcc: x' };
    const groups = (...names: string[]) => provider.add(sub, { ...claims, groups: names });
    await groups('sales');
    expect(await signOnAs(sub)).toMatchObject(problem('role'));
    await groups('engineering', 'assay-admins');
    const { client, me } = await signOnAs(sub);
    expect(me.body).toMatchObject({ role: 'admin', name: 'Lou Bcc: x' });
    const program = await makeToken(api, client, ['organisation:read']);
    await groups('engineering');
    expect(await signOnAs(sub)).toMatchObject({ me: { body: { role: 'reviewer' } } });
    expect((await program.client.get('/api/members')).status).toBe(403);
    Object.assign(settings, { createsUnknown: false, roleClaim: undefined, roles: [] });
  });

  it('ends the session here, and offers to end the one at the provider', async () => {
    const { client } = await signOnAs((await newMember()).sub);
    await client.post('/api/auth/sign-out');
    expect((await client.get('/api/me')).status).toBe(401);
    const there = new URL(
      (await client.get('/api/sign-on/sign-out')).headers.get('location') ?? '',
    );
    expect(there.origin).toBe(provider.issuer);
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/sign-in`);
  });

  it('says so when somebody declines', async () => {
    const client = apiClient(api);
    const start = await client.get('/api/sign-on/start');
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = await client.get(`/api/sign-on/callback?error=access_denied&state=${state}`);
    expect(back.headers.get('location')).toBe('/sign-in?problem=declined');
  });
});

describe('where a sign-on leads', () => {
  it.each([
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'https://evil.test/review',
    'javascript:alert(1)',
    '/.//evil.test',
    'review',
    undefined,
  ])('is never %p', (asked) => expect(ownPath(asked, publicUrl)).toBe('/'));

  it('is a page of ours with all of its address', () => {
    expect(ownPath('/review/1?tab=code#line-3', publicUrl)).toBe('/review/1?tab=code#line-3');
  });
});

describe('the settings of sign-on', () => {
  it('are absent without an issuer, and read pairs of values and roles', () => {
    const env = {
      ASSAY_OIDC_NAME: 'Entra',
      ASSAY_OIDC_SCOPES: 'openid, email',
      ASSAY_OIDC_UNKNOWN: 'refuse' as const,
    };
    expect(readSignOnSettings(env)).toBeUndefined();
    expect(
      readSignOnSettings({
        ...env,
        ASSAY_OIDC_ISSUER: 'https://id.test',
        ASSAY_OIDC_CLIENT_ID: 'assay',
        ASSAY_OIDC_CLIENT_SECRET: 'secret',
        ASSAY_OIDC_DOMAINS: 'Northwind.test, nw.test',
        ASSAY_OIDC_ROLES: 'cn=admins=admin staff=reviewer',
      }),
    ).toMatchObject({
      scopes: 'openid email',
      domains: ['northwind.test', 'nw.test'],
      createsUnknown: false,
      roles: [
        { value: 'cn=admins', role: 'admin' },
        { value: 'staff', role: 'reviewer' },
      ],
    });
  });
});
