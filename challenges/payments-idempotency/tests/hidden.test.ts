import { api, clock, restart } from 'world';
import { bookingsFrom, charged, pay, paymentsOf, provider, statusesOf, told } from './provider.ts';

const newBooking = bookingsFrom(11);

const keyed = { headers: { 'idempotency-key': 'a key' } };
const forPeople = expect.stringMatching(/\w+ \w+/);

/** The pauses between the tries of this test, ms, from an answer that came at once to the next try. */
function pauses(): number[] {
  const times = provider.requests.map(({ atMs }) => atMs);
  return times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
}

function expectPause(ms: number | undefined, least: number): void {
  expect(ms).toBeGreaterThanOrEqual(least);
  expect(ms).toBeLessThan(least * 1.5 + 100);
}

describe('once', () => {
  it("charges once when the provider's answer is lost", async () => {
    const { bookingId, amountCents } = newBooking();
    provider.fail('reset', { times: 1, executed: true }).fail(500, { times: 1, executed: true });
    const res = await pay(bookingId);

    expect(charged(bookingId)).toHaveLength(1);
    const chargeId = charged(bookingId)[0]?.id;
    expect([res.status, res.body]).toEqual([
      201,
      { id: expect.any(String), bookingId, amountCents, status: 'paid', chargeId },
    ]);
    expect(provider.requests).toHaveLength(3);
    expect(new Set(provider.requests.map(({ text }) => text)).size).toBe(1);
  });

  it('takes one payment from five simultaneous requests with one key', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { bookingId } = newBooking();
      provider.delay(200);
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => pay(bookingId)));

      expect(told(...answers).toSorted()).toEqual([
        '201',
        ...Array.from({ length: 4 }, () => '409 payment_in_progress'),
      ]);
      expect(provider.requests).toHaveLength(round + 1);
      expect(await statusesOf(bookingId)).toEqual(['paid']);
    }
  });

  it('takes one payment from five simultaneous requests with keys of their own', async () => {
    const { bookingId } = newBooking();
    provider.delay(200);
    const keys = [1, 2, 3, 4, 5].map((n) => `${bookingId} tab ${n}`);
    const answers = await Promise.all(keys.map((key) => pay(bookingId, key)));

    expect(told(...answers).toSorted()).toEqual([
      '201',
      ...Array.from({ length: 4 }, () => '409 payment_in_progress'),
    ]);
    expect(charged(bookingId)).toHaveLength(1);
    const losing = keys[answers.findIndex(({ status }) => status === 409)];
    expect(told(await pay(bookingId, losing), await pay(bookingId, 'late'))).toEqual([
      '409 already_paid',
      '409 already_paid',
    ]);
    expect(await statusesOf(bookingId)).toEqual(['paid']);
  });

  it('answers a repetition in the same way, also after a restart and much later', async () => {
    const { bookingId } = newBooking();
    const first = await pay(bookingId);
    await restart();
    await clock.advance(86_400_000);
    const again = await pay(bookingId);

    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(provider.requests).toHaveLength(1);
  });

  it('refuses a key that comes with another body', async () => {
    const { bookingId } = newBooking();
    const other = newBooking().bookingId;
    await pay(bookingId, 'reused');

    expect(
      told(
        await pay(other, 'reused'),
        await pay(bookingId, 'reused', 'tok_other'),
        await pay('FB-none', 'reused'),
      ),
    ).toEqual(['409 key_reused', '409 key_reused', '409 key_reused']);
    expect(await paymentsOf(other)).toEqual([]);
    expect(provider.requests).toHaveLength(1);
  });

  it('refuses another body with a pending key, too, and leaves the pending payment alone', async () => {
    const { bookingId } = newBooking();
    provider.fail('refused');
    await pay(bookingId, 'pending key');
    provider.recover();

    expect(told(await pay(bookingId, 'pending key', 'tok_other'))).toEqual(['409 key_reused']);
    expect(told(await pay(newBooking().bookingId, 'pending key'))).toEqual(['409 key_reused']);
    expect(await statusesOf(bookingId)).toEqual(['pending']);
    expect(charged(bookingId)).toEqual([]);
  });
});

describe('a declined card', () => {
  it('is not asked a second time', async () => {
    const { bookingId, amountCents } = newBooking();
    const answers = [
      await pay(bookingId, 'declined', 'tok_poor'),
      await pay(bookingId, 'declined', 'tok_poor'),
    ];

    expect(told(...answers)).toEqual(['402 card_declined', '402 card_declined']);
    expect(answers[0]?.body).toEqual({ error: { code: 'card_declined', message: forPeople } });
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(provider.requests).toHaveLength(1);
    expect(await paymentsOf(bookingId)).toEqual([
      { id: expect.any(String), bookingId, amountCents, status: 'declined', chargeId: null },
    ]);
  });

  it('lets the customer try another one', async () => {
    const { bookingId } = newBooking();
    const answers = [
      await pay(bookingId, `${bookingId} 1`, 'tok_poor'),
      await pay(bookingId, `${bookingId} 2`, 'tok_poor'),
      await pay(bookingId, `${bookingId} 3`),
      await pay(bookingId, `${bookingId} 1`, 'tok_poor'),
    ];

    expect(told(...answers)).toEqual([
      '402 card_declined',
      '402 card_declined',
      '201',
      '402 card_declined',
    ]);
    expect(charged(bookingId)).toHaveLength(1);
    expect(await statusesOf(bookingId)).toEqual(['declined', 'declined', 'paid']);
  });
});

describe('the provider', () => {
  it('is asked for different bookings at the same time', async () => {
    provider.delay(2000);
    const bookings = [1, 2, 3, 4].map(() => newBooking().bookingId);
    const answers = await Promise.all(bookings.map((bookingId) => pay(bookingId)));

    expect(told(...answers)).toEqual(['201', '201', '201', '201']);
    expect(provider.mostAtOnce).toBe(4);
  });

  it('gets JSON with amount, source and reference', async () => {
    const { bookingId, amountCents } = newBooking();
    await pay(bookingId, 'x'.repeat(100), 'y'.repeat(100));

    expect(provider.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v1/charges',
        body: { amountCents, source: 'y'.repeat(100), reference: bookingId },
        headers: { 'content-type': expect.stringContaining('application/json') },
      },
    ]);
    expect(charged(bookingId)).toHaveLength(1);
  });

  it('is left in peace between tries, for longer each time', async () => {
    provider.fail(503, { times: 1 }).fail('reset', { times: 1 });
    expect(told(await pay(newBooking().bookingId))).toEqual(['201']);

    expectPause(pauses()[0], 500);
    expectPause(pauses()[1], 1000);
  });

  it('says itself how long to wait', async () => {
    const busy = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });
    provider.fail(busy('5'), { times: 1 }).fail(busy('0'), { times: 1 });
    expect(told(await pay(newBooking().bookingId))).toEqual(['201']);

    expectPause(pauses()[0], 5000);
    expectPause(pauses()[1], 1000);
  });

  it('is not waited for when it asks for more than five seconds', async () => {
    const { bookingId } = newBooking();
    const before = clock.now();
    provider.fail({ status: 429, headers: { 'retry-after': '6' } });

    expect(told(await pay(bookingId))).toEqual(['503 provider_unavailable']);
    expect([provider.requests.length, clock.now() - before < 1000]).toEqual([1, true]);
    provider.recover();
    expect(told(await pay(bookingId))).toEqual(['201']);
  });

  it('is not asked again when it will never do it', async () => {
    const { bookingId } = newBooking();
    for (const status of [400, 403, 404, 422]) {
      provider.fail(status, { times: 1 });
      const key = `${bookingId} ${status}`;
      const answers = [await pay(bookingId, key), await pay(bookingId, key)];
      expect(told(...answers)).toEqual(['502 provider_rejected', '502 provider_rejected']);
      expect(answers[1]?.body).toEqual(answers[0]?.body);
    }
    expect(provider.requests).toHaveLength(4);
    expect(told(await pay(bookingId, 'a good one'))).toEqual(['201']);
    expect(await statusesOf(bookingId)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'paid',
    ]);
  });
});

describe('not knowing', () => {
  it('is what a silent provider leads to, after three tries', async () => {
    const { bookingId } = newBooking();
    provider.fail('silence');
    const before = clock.now();
    const res = await pay(bookingId);
    const tookMs = clock.now() - before;

    expect(told(res)).toEqual(['503 provider_unavailable']);
    expect(res.body).toEqual({ error: { code: 'provider_unavailable', message: forPeople } });
    expect(provider.requests).toHaveLength(3);
    expectPause((pauses()[0] ?? 0) - 3000, 500);
    expectPause((pauses()[1] ?? 0) - 3000, 1000);
    expect(tookMs).toBeGreaterThanOrEqual(10_500);
    expect(tookMs).toBeLessThan(11_500);
  });

  it('does not begin before three seconds are over', async () => {
    provider.delay(2900);
    expect(told(await pay(newBooking().bookingId))).toEqual(['201']);
    expect(provider.requests).toHaveLength(1);
  });

  it('ends with the next request of the same key, and one charge', async () => {
    const { bookingId } = newBooking();
    provider.fail(500, { executed: true });
    expect(told(await pay(bookingId), await pay(bookingId))).toEqual([
      '503 provider_unavailable',
      '503 provider_unavailable',
    ]);
    const [pending] = await paymentsOf(bookingId);
    await restart();
    provider.recover();
    const res = await pay(bookingId);

    expect(provider.requests).toHaveLength(7);
    expect(charged(bookingId)).toHaveLength(1);
    expect([res.status, res.body]).toEqual([
      201,
      { ...pending, status: 'paid', chargeId: charged(bookingId)[0]?.id },
    ]);
    expect(await paymentsOf(bookingId)).toEqual([res.body]);
  });

  it('keeps the booking closed to other payments', async () => {
    const { bookingId } = newBooking();
    provider.fail('silence', { executed: true });
    await pay(bookingId);
    provider.recover();

    expect(told(await pay(bookingId, 'another'))).toEqual(['409 payment_in_progress']);
    await clock.advance(3_600_000);
    expect(told(await pay(bookingId, 'another'))).toEqual(['409 payment_in_progress']);
    expect(told(await pay(bookingId), await pay(bookingId, 'another'))).toEqual([
      '201',
      '409 already_paid',
    ]);
    expect(charged(bookingId)).toHaveLength(1);
  });

  it('may end with a declined card, and opens the booking again', async () => {
    const { bookingId } = newBooking();
    provider.fail('reset', { executed: true });
    await pay(bookingId, `${bookingId} poor`, 'tok_poor');
    provider.recover();

    expect(
      told(
        await pay(bookingId, `${bookingId} poor`, 'tok_poor'),
        await pay(bookingId, `${bookingId} rich`),
      ),
    ).toEqual(['402 card_declined', '201']);
  });

  it('takes one of several requests that come to end it', async () => {
    const { bookingId } = newBooking();
    provider.fail('refused');
    await pay(bookingId);
    provider.recover().delay(300);
    const answers = await Promise.all([1, 2, 3].map(() => pay(bookingId)));

    expect(told(...answers).toSorted()).toEqual([
      '201',
      '409 payment_in_progress',
      '409 payment_in_progress',
    ]);
    expect(charged(bookingId)).toHaveLength(1);
  });
});

describe('a death', () => {
  /** A request whose process dies once the provider has charged the card. */
  async function dieAfterCharge(bookingId: string): Promise<void> {
    provider.reply(
      'POST /v1/charges',
      async () => {
        await restart();
        return { status: 500 };
      },
      { times: 1 },
    );
    await expect(pay(bookingId)).rejects.toThrow('connection was lost');
  }

  it('leaves the payment claimed for 30 seconds', async () => {
    const { bookingId } = newBooking();
    const begun = clock.now();
    await dieAfterCharge(bookingId);

    expect(await statusesOf(bookingId)).toEqual(['pending']);
    expect(told(await pay(bookingId), await pay(bookingId, 'other'))).toEqual([
      '409 payment_in_progress',
      '409 payment_in_progress',
    ]);
    await clock.advance(29_000 - (clock.now() - begun));
    expect(told(await pay(bookingId))).toEqual(['409 payment_in_progress']);
  });

  it('is followed by the truth once the claim has run out', async () => {
    const { bookingId } = newBooking();
    await dieAfterCharge(bookingId);
    await clock.advance(30_000);
    const keys = provider.requests.map(({ headers }) => headers['idempotency-key']);

    expect(told(await pay(bookingId, 'other'))).toEqual(['409 payment_in_progress']);
    provider.delay(300);
    const answers = await Promise.all([pay(bookingId), pay(bookingId), pay(bookingId)]);
    expect(told(...answers).toSorted()).toEqual([
      '201',
      '409 payment_in_progress',
      '409 payment_in_progress',
    ]);
    keys.push(...provider.requests.slice(1).map(({ headers }) => headers['idempotency-key']));
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(await statusesOf(bookingId)).toEqual(['paid']);
  });
});

describe('a bad request', () => {
  it('is refused before anything happens', async () => {
    const { bookingId } = newBooking();
    const cardToken = 'tok_visa';
    const bodies = [
      {},
      [],
      { bookingId },
      { cardToken },
      { bookingId: 7, cardToken },
      { bookingId: '', cardToken },
      { bookingId, cardToken: '' },
      { bookingId, cardToken: 'x'.repeat(101) },
    ];
    for (const body of bodies)
      expect([body, ...told(await api.post('/payments', body, keyed))]).toEqual([
        body,
        '400 invalid_request',
      ]);
    const broken = await api.request({
      method: 'POST',
      path: '/payments',
      headers: { ...keyed.headers, 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, broken.body]).toEqual([
      400,
      { error: { code: 'invalid_request', message: forPeople } },
    ]);
    expect(
      told(
        await api.post('/payments', { bookingId, cardToken }),
        await api.post('/payments', { bookingId, cardToken, key: 'in the body' }),
        await pay(bookingId, 'x'.repeat(101)),
      ),
    ).toEqual(['400 invalid_request', '400 invalid_request', '400 invalid_request']);
    expect([await paymentsOf(bookingId), provider.requests]).toEqual([[], []]);
  });

  it('for what does not exist is told so', async () => {
    const answers = [
      await pay('FB-none', 'none'),
      await api.get('/bookings/FB-none/payments'),
      await api.get('/nothing'),
    ];
    expect(told(...answers)).toEqual(['404 not_found', '404 not_found', '404 not_found']);
    for (const { body } of answers) expect(body.error.message).toEqual(forPeople);
    expect(provider.requests).toEqual([]);
  });
});
