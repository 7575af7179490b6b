import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateRow, InvitationRow } from '@assay/contracts/http';
import { claimMail, insertMail } from '@assay/db';
import { z } from 'zod';
import { Background } from '#background.ts';
import { type ApiClient, apiClient } from '#testing/apiClient.ts';
import { signIn } from '#testing/people.ts';
import { type ReceivedMail, startMailServer } from '#testing/startMailServer.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { sweepMails } from './sweepMails.ts';

const Invited = z.object({ invitation: InvitationRow, link: z.url(), mailed: z.boolean() });
const Rows = z.object({ rows: z.array(CandidateRow) });
const day = 24 * 60;

let server: Awaited<ReturnType<typeof startMailServer>>;
let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  server = await startMailServer();
  api = await startTestApi({
    mail: { url: server.url, tls: 'required', from: 'Northwind Hiring <hiring@northwind.test>' },
  });
  admin = await signIn(api, 'admin');
});
afterEach(() => {
  server.answers.length = 0;
});
afterAll(async () => {
  await api.close();
  await server.close();
});

async function invite(options: object = {}) {
  const email = `${crypto.randomUUID()}@mail.test`;
  const answer = await admin.post('/api/invitations', {
    assessmentId: api.assessmentId,
    candidateName: 'Zoë <b>O’Neil</b>',
    candidateEmail: email,
    ...options,
  });
  return { ...Invited.parse(answer.body), email };
}

const mailsTo = (email: string) => server.received.filter(({ to }) => to.includes(email));
/** Waits until so many mails to somebody have come, and answers the last. */
const mailTo = (email: string, count = 1) =>
  waitFor(() => (mailsTo(email).length >= count ? mailsTo(email)[count - 1] : undefined));
const headOf = ({ raw }: ReceivedMail) => raw.slice(0, raw.indexOf('\r\n\r\n'));
const readable = ({ raw }: ReceivedMail) =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/(=[0-9A-F]{2})+/g, (coded) =>
      Buffer.from(coded.replaceAll('=', ''), 'hex').toString('utf8'),
    );
const linkIn = (mail: ReceivedMail) => /http:\/\/assay\.test\/c\/[\w-]+/.exec(readable(mail))?.[0];
const tokenOf = (link = '') => link.split('/').at(-1) ?? '';
async function open(link: string | undefined) {
  const client = apiClient(api);
  const { status } = await client.post('/api/candidate/session', { token: tokenOf(link) });
  return { client, status };
}
async function rowOf(email: string): Promise<CandidateRow | undefined> {
  return Rows.parse((await admin.get(`/api/invitations?search=${email}`)).body).rows[0];
}
const stateOf = (email: string, state: string) =>
  waitFor(async () => {
    const mail = (await rowOf(email))?.mail;
    return mail?.state === state && mail;
  });
/** What happens at a start and every minute: what waits is looked for. */
async function sweep(): Promise<void> {
  const background = new Background(api.logger);
  const sweeping = sweepMails({ ...api, background });
  await sweeping.ready();
  sweeping.close();
  await background.settled();
}

describe('mail to candidates', () => {
  it('brings the link, as text and as HTML, from the operator’s sender, and keeps it nowhere', async () => {
    const { email, link, mailed, invitation } = await invite();
    expect(mailed).toBe(true);
    const mail = await mailTo(email);
    expect(linkIn(mail)).toBe(link);
    expect((await open(linkIn(mail))).status).toBe(200);
    expect(headOf(mail)).toContain('From: Northwind Hiring <hiring@northwind.test>');
    expect(headOf(mail)).toMatch(/Message-ID: <[\w-]{36}@northwind\.test>/i);
    expect(readable(mail)).toContain('Hello Zoë <b>O’Neil</b>,');
    expect(readable(mail)).toContain('<p>Hello Zoë &lt;b&gt;O’Neil&lt;/b&gt;,</p>');
    await stateOf(email, 'sent');
    expect(await api.findText(tokenOf(link))).toEqual([]);
    expect(api.logs.join('')).not.toContain(tokenOf(link));
    expect(await api.findText(email)).toEqual([expect.stringContaining('candidates')]);
    const { client } = await open(link);
    const record = await client.get(`/api/attempts/${invitation.attemptId}/record`);
    expect(record.body).toMatchObject({
      invitation: { mails: [{ kind: 'invitation', state: 'sent' }] },
    });
  });

  it('goes to nobody who is to get the link from a person', async () => {
    const { email, mailed } = await invite({ mail: false });
    expect(mailed).toBe(false);
    expect((await rowOf(email))?.mail).toBeUndefined();
  });

  it('is tried again when the server is busy, and given up with its code when the address is refused', async () => {
    server.answers.push({ code: 451, to: 'address' }, { code: 421, to: 'mail' });
    const busy = await invite();
    await mailTo(busy.email);
    await stateOf(busy.email, 'sent');
    expect(mailsTo(busy.email)).toHaveLength(1);

    server.answers.push({ code: 550, to: 'address' });
    const refused = await invite();
    expect(await stateOf(refused.email, 'failed')).toMatchObject({ refusal: 550 });
    expect(mailsTo(refused.email)).toHaveLength(0);
    expect(await api.findText(refused.email)).toEqual([expect.stringContaining('candidates')]);
  });

  it('goes once when a process died with it in its hands, with two processes at work', async () => {
    const { email, invitation } = await invite({ mail: false });
    const { attemptId } = invitation;
    const at = new Date(Date.now() - 60_000);
    const id = (await insertMail(api.db, { attemptId, kind: 'invitation', link: 1, at })) ?? '';
    // The one that died has it until shortly before now, and until then nobody else.
    const claim = { now: at, until: new Date(at.getTime() + 30_000) };
    expect((await claimMail(api.db, id, claim))?.id).toBe(id);
    expect(await claimMail(api.db, id, claim)).toBeUndefined();
    const [one, two] = await Promise.all([api.restart(), api.restart()]);
    await mailTo(email);
    await stateOf(email, 'sent');
    await Promise.all([one.close(), two.close()]);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('cannot be given lines of its own by a name', async () => {
    const { email, invitation } = await invite({ mail: false });
    await api.pglite.query('update candidates set name = $1 where email = $2', [
      'Eve\r\nBcc: all@evil.test\r\n\r\nPay here',
      email,
    ]);
    await admin.post(`/api/invitations/${invitation.id}/renew`);
    const mail = await mailTo(email);
    expect(mail.to).toEqual([email]);
    expect(headOf(mail)).not.toMatch(/^(Bcc|Pay)/im);
  });
});

describe('a reminder', () => {
  it('comes once, before the link ends, with the link that works, and to nobody who has started', async () => {
    const late = await invite({ expiresInDays: 10, remindDays: 2 });
    const started = await invite({ expiresInDays: 10, remindDays: 2 });
    const never = await invite({ expiresInDays: 10, remindDays: 0 });
    const { client } = await open(started.link);
    await client.post(`/api/attempts/${started.invitation.attemptId}/start`);
    for (const { email } of [late, started, never]) await mailTo(email);
    api.passes(7 * day);
    await sweep();
    expect(mailsTo(late.email)).toHaveLength(1);
    api.passes(1.5 * day);
    await sweep();
    const reminder = await mailTo(late.email, 2);
    expect(linkIn(reminder)).toBe(late.link);
    expect(readable(reminder)).toContain('you have not started');
    expect((await open(late.link)).status).toBe(200);
    await stateOf(late.email, 'sent');
    await sweep();
    expect([late, started, never].map(({ email }) => mailsTo(email).length)).toEqual([2, 1, 1]);
  });

  it('is dropped when its turn comes after the start', async () => {
    const { email, invitation, link } = await invite({ mail: false });
    const { attemptId } = invitation;
    const { client } = await open(link);
    await client.post(`/api/attempts/${attemptId}/start`);
    const at = new Date(api.now().getTime() - 60_000);
    await insertMail(api.db, { attemptId, kind: 'reminder', link: 1, at });
    await sweep();
    await stateOf(email, 'dropped');
    expect(mailsTo(email)).toHaveLength(0);
  });

  it('has a new link where the old one cannot be made again', async () => {
    const { email, invitation, link } = await invite({ expiresInDays: 10, remindDays: 2 });
    await mailTo(email);
    await stateOf(email, 'sent');
    await api.pglite.query('update invitations set token_hash = $1 where id = $2', [
      'of a link under another secret',
      invitation.id,
    ]);
    api.passes(9 * day);
    await sweep();
    const reminder = await mailTo(email, 2);
    expect(linkIn(reminder)).not.toBe(link);
    expect((await open(linkIn(reminder))).status).toBe(200);
    await stateOf(email, 'sent');
    await sweep();
    expect(mailsTo(email)).toHaveLength(2);
  });
});

describe('a new link', () => {
  const renew = async (invitationId: string) =>
    admin.post(`/api/invitations/${invitationId}/renew`, { expiresInDays: 5 });

  it('ends the one before with its browsers, and goes by mail', async () => {
    const { email, invitation, link } = await invite();
    const before = await open(link);
    await mailTo(email);
    const renewed = Invited.parse((await renew(invitation.id)).body);
    expect(linkIn(await mailTo(email, 2))).toBe(renewed.link);
    expect((await open(link)).status).toBe(404);
    expect((await open(renewed.link)).status).toBe(200);
    expect((await before.client.get(`/api/attempts/${invitation.attemptId}`)).status).toBe(401);
  });

  it('leaves somebody at work whose clock runs', async () => {
    const { invitation, link } = await invite({ mail: false });
    const { client } = await open(link);
    const path = `/api/attempts/${invitation.attemptId}`;
    await client.post(`${path}/start`);
    expect((await renew(invitation.id)).status).toBe(201);
    expect((await client.get(path)).status).toBe(200);
  });

  it('is not made for one that was revoked, and revives one that ran out', async () => {
    const revoked = await invite({ mail: false });
    await admin.post(`/api/invitations/${revoked.invitation.id}/revoke`);
    expect((await renew(revoked.invitation.id)).body).toMatchObject({ code: 'LINK_CLOSED' });
    const old = await invite({ mail: false, expiresInDays: 1 });
    api.passes(2 * day);
    expect((await rowOf(old.email))?.stage).toBe('expired');
    const renewed = Invited.parse((await renew(old.invitation.id)).body);
    expect((await rowOf(old.email))?.stage).toBe('invited');
    expect((await open(renewed.link)).status).toBe(200);
  });
});
