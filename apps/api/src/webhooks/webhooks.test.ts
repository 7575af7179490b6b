import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Delivery, Webhook, WebhookEvent, WebhookMessage } from '@assay/contracts/http';
import { insertDelivery, listAudit, maxTries, recordAudit, takeDueDeliveries } from '@assay/db';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { invite, signIn } from '#testing/people.ts';
import { startMailServer } from '#testing/startMailServer.ts';
import { type Received, startReceiver } from '#testing/startReceiver.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';
import { AddressPolicy, isNetwork } from './AddressPolicy.ts';
import { pauseAfter } from './backOff.ts';
import { postMessage } from './postMessage.ts';
import { signMessage } from './signMessage.ts';

const Created = z.object({ webhook: Webhook, secret: z.string() });
const Deliveries = z.object({ rows: z.array(Delivery), total: z.int() });
const day = 24 * 60;

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let mails: Awaited<ReturnType<typeof startMailServer>>;
let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  receiver = await startReceiver();
  mails = await startMailServer();
  api = await startTestApi({
    webhooks: { networks: ['127.0.0.1'], timeoutMs: 3_000 },
    mail: { url: mails.url, tls: 'required', from: 'assay@northwind.test' },
  });
  admin = await signIn(api, 'admin');
});
afterEach(async () => {
  receiver.answers.length = 0;
  const webhooks = z.array(Webhook).parse((await admin.get('/api/webhooks')).body);
  for (const { id } of webhooks) await admin.send('DELETE', `/api/webhooks/${id}`, {});
});
afterAll(async () => {
  await api.close();
  await mails.close();
  await receiver.close();
});

let paths = 0;
/** A webhook that nobody else's messages come to. */
async function register(events: WebhookEvent[] = WebhookEvent.options) {
  const path = `/hook-${(paths += 1)}`;
  const answer = await admin.post('/api/webhooks', { url: `${receiver.url}${path}`, events });
  expect(answer.status).toBe(201);
  const { webhook, secret } = Created.parse(answer.body);
  const address = `/api/webhooks/${webhook.id}`;
  const arrived = () => receiver.received.filter((one) => one.path === path);
  return {
    ...webhook,
    secret,
    address,
    arrived,
    /** Waits until so many messages have come, and answers the last. */
    message: (count = 1) => waitFor(() => arrived()[count - 1]),
    deliveries: async () => Deliveries.parse((await admin.get(`${address}/deliveries`)).body).rows,
    shown: async () =>
      z
        .array(Webhook)
        .parse((await admin.get('/api/webhooks')).body)
        .find(({ id }) => id === webhook.id),
    test: async () => Delivery.parse((await admin.post(`${address}/tests`)).body),
  };
}

/** What a receiver does, written apart from what signs: by the specification of Standard Webhooks. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const [version, signature = ''] = one.split(',');
      const given = Buffer.from(signature, 'base64');
      return version === 'v1' && given.length === 32 && timingSafeEqual(given, expected);
    });
}

const parse = ({ body }: Received) => WebhookMessage.strict().parse(JSON.parse(body));

describe('a signature', () => {
  it('is that of the reference of Standard Webhooks', () => {
    const signed = signMessage(
      {
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        at: new Date(1_614_265_330_999),
        body: '{"test": 2432232314}',
      },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    );
    expect(signed).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});

describe('pauses between tries', () => {
  it('grow fourfold up to eight hours, a fifth to either side, and take about a day in all', () => {
    expect([1, 2, 3].map((tries) => pauseAfter(tries, 0.5))).toEqual([5_000, 20_000, 80_000]);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([4_000, 6_000]);
    const all = Array.from({ length: maxTries - 1 }, (_, index) => pauseAfter(index + 1, 0.5));
    expect(Math.max(...all)).toBe(8 * 60 * 60_000);
    const hours = all.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(26);
  });
});

describe('the addresses that messages may go to', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'example.test',
  ])('leave out %s', (address) => {
    expect(new AddressPolicy().allows(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('have %s', (address) => {
    expect(new AddressPolicy().allows(address)).toBe(true);
  });

  it('have the networks that the operator adds, and no more', () => {
    const policy = new AddressPolicy(['10.1.0.0/16', 'fd00::/8', '127.0.0.1']);
    const asked = ['10.1.2.3', '10.2.0.1', 'fd00::1', 'fe80::1', '127.0.0.1', '127.0.0.2'];
    expect(asked.filter((address) => policy.allows(address))).toEqual([
      '10.1.2.3',
      'fd00::1',
      '127.0.0.1',
    ]);
    expect(['10.0.0.0/8', '::1', '1.2.3.4/33', 'localhost', '10.0.0.0/8/8'].map(isNetwork)).toEqual(
      [true, true, false, false, false],
    );
  });

  it('are those that are connected to, whatever name or notation leads there', async () => {
    const closed = new AddressPolicy();
    const before = receiver.received.length;
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      const url = `http://${host}:${receiver.port}/`;
      expect([
        host,
        await postMessage(url, { headers: {}, body: '{}' }, { policy: closed }),
      ]).toEqual([host, { problem: 'address_refused' }]);
    }
    expect(receiver.received).toHaveLength(before);
    const named = `http://localhost:${receiver.port}/`;
    const open = new AddressPolicy(['127.0.0.0/8', '::1']);
    expect(await postMessage(named, { headers: {}, body: '{}' }, { policy: open })).toEqual({
      status: 204,
      answer: '',
    });
  });

  it('are asked for once a connection, so that a name that leads elsewhere the next time leads nowhere', async () => {
    // The one address that this policy takes stands for a public one, all others for private ones.
    const policy = new AddressPolicy(['127.0.0.2/32']);
    const connections: string[] = [];
    const outside = createServer((request, response) => {
      connections.push(request.socket.localAddress ?? '');
      response.writeHead(204).end();
    });
    outside.listen(receiver.port, '127.0.0.2');
    await once(outside, 'listening');
    const before = receiver.received.length;
    const post = async (...answers: string[][]) => {
      let asked = 0;
      const answer = await postMessage(
        `http://rebinding.test:${receiver.port}/`,
        { headers: {}, body: '{}' },
        {
          policy,
          resolve: (_name, _options, done) => {
            const addresses = answers[asked++] ?? [];
            done(
              null,
              addresses.map((address) => ({ address, family: 4 })),
            );
          },
        },
      );
      return { ...answer, asked };
    };
    expect(await post(['127.0.0.2'], ['127.0.0.1'])).toEqual({ status: 204, answer: '', asked: 1 });
    expect(connections).toEqual(['127.0.0.2']);
    const refused = { problem: 'address_refused', asked: 1 };
    expect(await post(['127.0.0.1'])).toEqual(refused);
    expect(await post(['127.0.0.2', '127.0.0.1'])).toEqual(refused);
    expect(connections).toHaveLength(1);
    expect(receiver.received).toHaveLength(before);
    outside.close();
    await once(outside, 'close');
  });
});

describe('a webhook', () => {
  it('is told of each step of a candidate, signed, by ids alone', async () => {
    const words = { name: 'Zora Quill', email: 'zora@quill.test', note: 'zq_note', why: 'zq_why' };
    const hook = await register();
    const { client, attemptId, invitation } = await invite(api, { ...words, started: true });
    await client.put(`/api/attempts/${attemptId}/workspaces/sample`, {
      files: { 'a.ts': 'zq_code' },
    });
    await client.post(`/api/attempts/${attemptId}/finish`);
    const reviewer = await signIn(api, 'reviewer');
    const review = `/api/review/attempts/${attemptId}`;
    const scores = ['sample', 'other'].flatMap((challenge) =>
      ['correctness', 'clarity'].map((criterion) => ({
        challenge,
        criterion,
        score: 4,
        note: words.note,
      })),
    );
    await reviewer.put(`${review}/review`, { scores });
    expect((await reviewer.post(`${review}/review`, { scores })).status).toBe(200);
    const decision = { outcome: 'advance', reason: words.why, replaces: null };
    expect((await reviewer.post(`${review}/decisions`, decision)).status).toBe(200);

    await hook.message(5);
    const messages = hook.arrived();
    expect(messages.map((one) => isSigned(one, hook.secret))).toEqual(Array(5).fill(true));
    expect(messages.map((one) => isSigned(one, 'whsec_AAAA'))).toEqual(Array(5).fill(false));
    const told = messages.map(parse).toSorted((a, b) => a.timestamp.localeCompare(b.timestamp));
    const { assessmentId } = api;
    const ids = { attemptId, invitationId: invitation.id, assessmentId };
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      ['candidate.invited', { ...ids, stage: 'invited' }],
      ['candidate.started', { ...ids, stage: 'started' }],
      ['candidate.submitted', { ...ids, stage: 'submitted' }],
      ['candidate.reviewed', { ...ids, stage: 'reviewed' }],
      ['candidate.decided', { ...ids, stage: 'advanced' }],
    ]);
    const sent = JSON.stringify(messages);
    for (const word of [...Object.values(words), 'zq_code', 'score'])
      expect([word, sent.includes(word)]).toEqual([word, false]);
    // The secret is shown once, and is in no table.
    expect(await api.findText(hook.secret.replace('whsec_', ''))).toEqual([]);
    expect((await admin.get('/api/webhooks')).text).not.toContain(hook.secret);
  });

  it('hears nothing of what was rolled back, and of nothing that it did not ask for', async () => {
    const hook = await register(['candidate.erased']);
    const { attemptId } = await invite(api);
    const event = { at: api.now(), actor: 'system', subject: `attempt:${attemptId}` } as const;
    const failing = api.db.transaction(async (tx) => {
      await recordAudit(tx, { ...event, action: 'attempt.erased' });
      throw new Error('This is not committed.');
    });
    await expect(failing).rejects.toThrow('not committed');
    expect(await hook.deliveries()).toEqual([]);
    await recordAudit(api.db, { ...event, action: 'attempt.erased' });
    expect(parse(await hook.message()).type).toBe('candidate.erased');
  });

  it('gets a message again, under its id, when it failed, hung or redirected', async () => {
    const hook = await register(['candidate.invited']);
    receiver.answers.push(
      (response) => response.writeHead(500).end(`${'x'.repeat(5_000)}tail`),
      () => {},
      (response) => response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end(),
    );
    await invite(api);
    for (const [count, minutes] of [
      [1, 1],
      [2, 1],
      [3, 2],
    ] as const) {
      const [tried] = await waitFor(async () => {
        const rows = await hook.deliveries();
        return rows[0]?.tries.length === count && rows;
      });
      expect(tried).toMatchObject({ state: 'waiting', triesLeft: maxTries - count });
      expect(hook.arrived()).toHaveLength(count);
      api.passes(minutes);
    }
    await hook.message(4);
    const [delivery] = await waitFor(async () => {
      const rows = await hook.deliveries();
      return rows[0]?.state === 'delivered' && rows;
    });
    expect(delivery).not.toHaveProperty('dueAt');
    expect(delivery?.tries.map(({ status, problem }) => status ?? problem)).toEqual([
      204,
      302,
      'timed_out',
      500,
    ]);
    expect(delivery?.tries.at(-1)?.answer).toBe('x'.repeat(1_024));
    expect(new Set(hook.arrived().map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([delivery?.id]),
    );
    expect(hook.arrived().every((one) => isSigned(one, hook.secret))).toBe(true);
    expect(receiver.received.some(({ path }) => path === '/elsewhere')).toBe(false);
  });

  it('is paused with a notice when a message is given up, and gets it when an admin says so', async () => {
    const hook = await register(['candidate.invited']);
    const tries = 3;
    await insertDelivery(api.db, {
      webhookId: hook.id,
      kind: 'candidate.invited',
      data: {},
      at: api.now(),
      triesLeft: tries,
    });
    for (let count = 1; count <= tries; count += 1)
      receiver.answers.push((response) => response.writeHead(503).end());
    for (let count = 1; count <= tries; count += 1) {
      await hook.message(count);
      await waitFor(async () => (await hook.deliveries())[0]?.tries.length === count);
      api.passes(10 * 60);
    }
    expect((await hook.deliveries())[0]).toMatchObject({ state: 'failed', triesLeft: 0 });
    expect(await hook.shown()).toMatchObject({
      paused: { because: 'failing' },
      deliveries: { waiting: 0, delivered: 0, failed: 1 },
    });
    const actions = (await listAudit(api.db, `webhook:${hook.id}`)).map(({ action }) => action);
    expect(actions).toEqual(['webhook.created', 'webhook.paused']);
    const { email } = (await admin.get('/api/me')).body as { email: string };
    const mail = await waitFor(() => mails.received.find(({ to }) => to.includes(email)));
    const raw = mail.raw.replace(/=\r\n/g, '');
    expect(raw).toContain('Subject: A webhook is paused: 127.0.0.1');
    expect(raw).toContain(`http://assay.test/admin/webhooks/${hook.id}`);
    expect(raw).toContain('given up');

    await invite(api);
    expect(await hook.deliveries()).toHaveLength(1);
    const [failed] = await hook.deliveries();
    const replay = `${hook.address}/deliveries/${failed?.id}/replay`;
    for (const refused of [await admin.post(replay), await admin.post(`${hook.address}/tests`)])
      expect(refused).toMatchObject({ status: 409, body: { code: 'PAUSED' } });
    const { url, description, events } = hook;
    await admin.put(hook.address, { url, description, events, paused: false });
    expect(await hook.shown()).not.toHaveProperty('paused');
    expect((await admin.post(replay)).status).toBe(200);
    const again = await hook.message(tries + 1);
    expect(again.headers['webhook-id']).toBe(failed?.id);
    expect(again.body).toBe(hook.arrived()[0]?.body);
  });

  it('is not paused for one message that it refuses while it takes others, but when it is gone', async () => {
    const hook = await register(['candidate.invited', 'candidate.started']);
    const { id: webhookId } = hook;
    const message = { webhookId, kind: 'candidate.started', data: {}, triesLeft: 1 } as const;
    await insertDelivery(api.db, { ...message, kind: 'candidate.invited', at: api.now() });
    await hook.message();
    await waitFor(async () => (await hook.shown())?.deliveries.delivered === 1);
    const before = new Date(api.now().getTime() - 60_000);
    receiver.answers.push((response) => response.writeHead(422).end());
    await insertDelivery(api.db, { ...message, at: before });
    await waitFor(async () => (await hook.shown())?.deliveries.failed === 1);
    expect(await hook.shown()).not.toHaveProperty('paused');
    receiver.answers.push((response) => response.writeHead(410).end());
    await insertDelivery(api.db, { ...message, at: before, triesLeft: 5 });
    await waitFor(async () => (await hook.shown())?.paused?.because === 'gone');
  });

  it('is signed with the secret before a new one for a day', async () => {
    const hook = await register();
    const renewed = Created.parse((await admin.post(`${hook.address}/secret`)).body);
    expect(renewed.secret).not.toBe(hook.secret);
    expect(renewed.webhook).toHaveProperty('oldSecretUntil');
    await hook.test();
    const both = await hook.message();
    expect([isSigned(both, hook.secret), isSigned(both, renewed.secret)]).toEqual([true, true]);
    api.passes(day + 1);
    await hook.test();
    const later = await hook.message(2);
    expect([isSigned(later, hook.secret), isSigned(later, renewed.secret)]).toEqual([false, true]);
    expect(parse(later)).toMatchObject({ type: 'webhook.test', data: {} });
  });

  it('sends a test once, and pauses nothing when it fails', async () => {
    const hook = await register();
    receiver.answers.push((response) => response.writeHead(404).end('no such hook'));
    expect(await hook.test()).toMatchObject({ kind: 'webhook.test', state: 'waiting' });
    const [tried] = await waitFor(async () => {
      const rows = await hook.deliveries();
      return rows[0]?.state === 'failed' && rows;
    });
    expect(tried?.tries).toMatchObject([{ status: 404, answer: 'no such hook' }]);
    expect(await hook.shown()).not.toHaveProperty('paused');
  });

  it('goes to no address but https, or http on this machine, and to none that is not public', async () => {
    for (const url of [
      'http://ats.example/hook',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://2852039166/latest/meta-data',
      'ftp://ats.example/',
      'https://me:secret@ats.example/',
    ]) {
      const answer = await admin.post('/api/webhooks', { url, events: ['candidate.invited'] });
      expect([url, answer.body]).toEqual([url, expect.objectContaining({ code: 'URL_REFUSED' })]);
    }
  });

  it('has its messages for 30 days', async () => {
    const hook = await register();
    const daysAgo = (days: number) => new Date(api.now().getTime() - days * day * 60_000);
    for (const at of [daysAgo(28), daysAgo(31)])
      await insertDelivery(api.db, {
        webhookId: hook.id,
        kind: 'webhook.test',
        data: {},
        at,
        triesLeft: 1,
      });
    // They are deleted at night.
    api.passes(12 * 60);
    api.passes(12 * 60);
    await (await api.restart()).close();
    expect((await hook.deliveries()).map(({ createdAt }) => createdAt)).toEqual([
      expect.any(String),
    ]);
  });

  it('has each message given to one process, whoever asks', async () => {
    const hook = await register();
    // After what is looked for meanwhile.
    const later = new Date(api.now().getTime() + day * 60_000);
    for (let count = 0; count < 20; count += 1)
      await insertDelivery(api.db, {
        webhookId: hook.id,
        kind: 'webhook.test',
        data: {},
        at: later,
        triesLeft: 1,
      });
    const ask = () => takeDueDeliveries(api.db, { now: later, lostBefore: new Date(0), limit: 15 });
    const taken = (await Promise.all([ask(), ask(), ask()])).flat();
    expect(new Set(taken.map(({ deliveryId }) => deliveryId)).size).toBe(20);
    expect(taken).toHaveLength(20);
  });
});
