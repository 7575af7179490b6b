import { api, clock } from 'world';
import {
  deliver,
  lockerEvent,
  newSecret,
  nowSeconds,
  oldSecret,
  parcel,
  send,
  signature,
  texts,
} from './deliveries.ts';
import { hmacSha256 } from './hmacSha256.ts';

const hourMs = 3_600_000;
const forPeople = expect.stringMatching(/\w+ \w+/);
let parcels = 0;
let id = '';

beforeEach(() => {
  parcels += 1;
  id = `p-${parcels}`;
});

const outcomes = (answers: { status: number; body: { outcome?: string } }[]) =>
  answers.map((res) => res.body.outcome ?? res.status);

async function expectRefused(body: string, header: string): Promise<void> {
  const res = await send(body, header);
  expect({ header, status: res.status, body: res.body }).toEqual({
    header,
    status: 401,
    body: { error: { code: 'invalid_signature', message: forPeople } },
  });
}

describe('the signature', () => {
  it('covers the bytes as they arrived', async () => {
    const event = lockerEvent(id);
    const bodies = [
      JSON.stringify(lockerEvent(`${id}-a`), undefined, 2),
      ` ${JSON.stringify(lockerEvent(`${id}-b`))}\n`,
      JSON.stringify(lockerEvent(`${id}-c`)).replace('parcel.', 'parcel\\u002e'),
      JSON.stringify({ ...event, note: 'Schließfach № 7 🔐', weight: 1.0 }).replace(
        ':1}',
        ':1.00}',
      ),
    ];
    for (const body of bodies) {
      expect([body, (await send(body)).body]).toEqual([body, { outcome: 'applied' }]);
    }

    const signed = JSON.stringify(lockerEvent(`${id}-d`));
    await expectRefused(`${signed} `, signature(signed));
    await expectRefused(signed.replace('evt', 'ev7'), signature(signed));
    expect((await api.get(`/parcels/${id}-d`)).status).toBe(404);
  });

  it('covers the time too', async () => {
    const body = JSON.stringify(lockerEvent(id));
    const now = nowSeconds();

    await expectRefused(body, signature(body, now).replace(`t=${now}`, `t=${now - 1}`));
    await expectRefused(body, `t=${now},v1=${hmacSha256(newSecret, body)}`);
    expect((await send(body, signature(body, now))).status).toBe(200);
  });

  it('is refused when its time is too far in the past or in the future', async () => {
    await clock.advance(1000 - (clock.now() % 1000));
    const body = JSON.stringify(lockerEvent(id));
    const now = nowSeconds();
    await expectRefused(body, signature(body, now - 301));
    await expectRefused(body, signature(body, now + 301));
    await expectRefused(body, signature(body, now * 1000));
    expect(outcomes([await send(body, signature(body, now + 300))])).toEqual(['applied']);

    const late = signature(body, now);
    await clock.advance((now + 300) * 1000 - clock.now());
    expect(outcomes([await send(body, late)])).toEqual(['duplicate']);
    await clock.advance(1);
    await expectRefused(body, late);
  });

  it('is accepted when any of several matches either secret', async () => {
    const t = nowSeconds();
    const no = '0'.repeat(64);
    const sign = (body: string, secret: string) => hmacSha256(secret, `${t}.${body}`);
    const headers: ((body: string) => string)[] = [
      (body) => signature(body, t, oldSecret as typeof newSecret),
      (body) => `t=${t},v1=${sign(body, newSecret)},v1=${no}`,
      (body) => `t=${t},v1=${no},v1=${sign(body, oldSecret)}`,
      (body) => `v1=${sign(body, newSecret)},v2=abc,t=${t}`,
      (body) => `x,t=${t},=,v0=${no},v1=${no},v1=,v1=${sign(body, newSecret)}`,
    ];
    for (const [index, header] of headers.entries()) {
      const body = JSON.stringify(lockerEvent(`${id}-${index}`));
      expect([index, (await send(body, header(body))).body]).toEqual([
        index,
        { outcome: 'applied' },
      ]);
    }
  });

  it('is refused, whatever a forger puts into the header', async () => {
    const body = JSON.stringify(lockerEvent(id));
    const t = nowSeconds();
    const right = hmacSha256(newSecret, `${t}.${body}`);
    const forged = [
      '',
      'nonsense',
      `t=${t}`,
      `v1=${right}`,
      `t=${t},v1=`,
      `t=${t},v1=${right.slice(1)}`,
      `t=${t},v1=${right}0`,
      `t=${t},v1=${'z'.repeat(64)}`,
      `t=${t},v1=${right.toUpperCase()}`,
      `t=${t},v1=0`,
      `t=${t},v2=${right}`,
      `t=${t},vv1=${right}`,
      `t=${t},t=${t},v1=${right}`,
      `t=${t},t=1,v1=${right}`,
      `t=,v1=${hmacSha256(newSecret, `.${body}`)}`,
      `t=now,v1=${hmacSha256(newSecret, `now.${body}`)}`,
      `t=${t}x,v1=${hmacSha256(newSecret, `${t}x.${body}`)}`,
      `t=x${t},v1=${hmacSha256(newSecret, `x${t}.${body}`)}`,
      `t=-${t},v1=${hmacSha256(newSecret, `-${t}.${body}`)}`,
      `t=${t},v1=${hmacSha256('', `${t}.${body}`)}`,
      `t=${t},v1=${hmacSha256('whsec_guessed', `${t}.${body}`)}`,
    ];
    for (const header of forged) await expectRefused(body, header);
    expect((await api.get(`/parcels/${id}`)).status).toBe(404);
    expect(texts()).toEqual([]);
  });

  it('is asked for before anything else is said about the body', async () => {
    for (const body of ['', '{', '{"id":7}', JSON.stringify(lockerEvent(id))]) {
      const { status } = await api.request({ method: 'POST', path: '/webhooks/lockers', body });
      expect([body, status]).toEqual([body, 401]);
    }
  });

  it('decides, not the content type', async () => {
    for (const [index, type] of ['text/plain', 'application/octet-stream'].entries()) {
      const body = JSON.stringify(lockerEvent(`${id}-${index}`));
      expect((await send(body, signature(body), type)).body).toEqual({ outcome: 'applied' });
    }
  });
});

describe('an event', () => {
  it('brings the status and the text of its type', async () => {
    const types = ['parcel.deposited', 'parcel.collected', 'parcel.expired'];
    const seen: unknown[] = [];
    for (const [minute, type] of types.entries()) {
      const event = lockerEvent(id, type, minute);
      event.data.lockerId = `l-${minute}`;
      expect((await deliver(event)).body).toEqual({ outcome: 'applied' });
      seen.push(await parcel(id));
    }

    expect(seen).toEqual(
      ['in_locker', 'collected', 'returned'].map((status, minute) => ({
        id,
        status,
        lockerId: `l-${minute}`,
        since: `2026-01-31T12:0${minute}:00.000Z`,
      })),
    );
    expect(texts()).toEqual([
      `text to ${id}: ready to collect`,
      `text to ${id}: collected`,
      `text to ${id}: on its way back`,
    ]);
  });

  it('of another type is ignored, also one that means something to JavaScript', async () => {
    for (const type of ['locker.cleaned', 'constructor', '__proto__', 'toString', '']) {
      const event = lockerEvent(id, type);
      expect(outcomes([await deliver(event), await deliver(event)])).toEqual([
        'ignored',
        'duplicate',
      ]);
    }
    expect((await api.get(`/parcels/${id}`)).status).toBe(404);
    expect(texts()).toEqual([]);
  });

  it('is refused when it does not have the shape of one', async () => {
    const event = lockerEvent(id);
    const bad = [
      '',
      'null',
      '[]',
      '"event"',
      JSON.stringify(event).slice(0, -1),
      ...[
        { ...event, id: undefined },
        { ...event, id: '' },
        { ...event, id: 'x'.repeat(101) },
        { ...event, id: 7 },
        { ...event, type: undefined },
        { ...event, type: 3 },
        { ...event, occurredAt: undefined },
        { ...event, occurredAt: 'yesterday' },
        { ...event, occurredAt: '2026-01-31' },
        { ...event, occurredAt: '2026-01-31T12:00:00Z' },
        { ...event, occurredAt: '2026-02-30T12:00:00.000Z' },
        { ...event, occurredAt: '2026-01-31T12:00:00.000+01:00' },
        { ...event, data: undefined },
        { ...event, data: { parcelId: id } },
        { ...event, data: { parcelId: '', lockerId: 'l-7' } },
        { ...event, data: { parcelId: 'p'.repeat(101), lockerId: 'l-7' } },
        { ...event, data: { parcelId: id, lockerId: null } },
      ].map((wrong) => JSON.stringify(wrong)),
    ];
    for (const body of bad) {
      const res = await send(body);
      expect([body, res.status, res.body]).toEqual([
        body,
        400,
        { error: { code: 'malformed_event', message: forPeople } },
      ]);
    }

    const long = {
      ...event,
      id: 'x'.repeat(100),
      data: { parcelId: id, lockerId: 'l'.repeat(100) },
    };
    expect((await deliver(long)).body).toEqual({ outcome: 'applied' });
  });

  it('may have 64 KB and not more', async () => {
    const pad = (bytes: number) => {
      const event = { ...lockerEvent(`${id}-${bytes}`), padding: '' };
      const missing = bytes - JSON.stringify(event).length;
      return JSON.stringify({ ...event, padding: 'x'.repeat(missing) });
    };
    const t = nowSeconds();
    expect((await send(pad(64 * 1024))).body).toEqual({ outcome: 'applied' });
    const res = await send(pad(64 * 1024 + 1), `t=${t},v1=${'0'.repeat(64)}`);
    expect([res.status, res.body]).toEqual([
      413,
      { error: { code: 'payload_too_large', message: forPeople } },
    ]);
  });
});

describe('delivery', () => {
  it('takes effect once in 72 hours, signed anew each time', async () => {
    const event = lockerEvent(id);
    const found = [await deliver(event)];
    for (let hours = 14; hours <= 70; hours += 14) {
      await clock.advance(14 * hourMs);
      // Something else is done in between, and does not make the receiver forget.
      await deliver(lockerEvent(`${id}-${hours}`));
      found.push(await deliver(event));
    }
    await clock.advance(2 * hourMs - 60_000);
    found.push(await deliver(event));

    expect(outcomes(found)).toEqual(['applied', ...Array.from({ length: 6 }, () => 'duplicate')]);
    expect(texts().filter((text) => text.startsWith(`text to ${id}:`))).toHaveLength(1);
  });

  it('takes effect once when it arrives five times at the same moment', async () => {
    const event = lockerEvent(id);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => deliver(event)));

    expect(outcomes(answers).map(String).toSorted()).toEqual([
      'applied',
      'duplicate',
      'duplicate',
      'duplicate',
      'duplicate',
    ]);
    expect(answers.map((res) => res.status)).toEqual([200, 200, 200, 200, 200]);
    expect(texts()).toHaveLength(1);
  });

  it('lets a failed event be delivered again', async () => {
    const event = lockerEvent(`flaky-${id}`);
    const failed = await deliver(event);
    expect([failed.status, failed.body]).toEqual([
      503,
      { error: { code: 'try_again', message: forPeople } },
    ]);
    expect((await api.get(`/parcels/flaky-${id}`)).status).toBe(404);

    expect(outcomes([await deliver(event), await deliver(event)])).toEqual([
      'applied',
      'duplicate',
    ]);
    expect(texts()).toEqual([`text to flaky-${id}: ready to collect`]);
    expect((await parcel(`flaky-${id}`)).status).toBe('in_locker');
  });

  it('that waits for one that fails is worked on itself', async () => {
    const event = lockerEvent(`flaky-${id}`);
    const answers = await Promise.all([1, 2, 3].map(() => deliver(event)));

    expect(outcomes(answers).map(String).toSorted()).toEqual(['503', 'applied', 'duplicate']);
    expect(texts()).toHaveLength(1);
  });

  it('of a stale event is remembered like any other', async () => {
    const late = lockerEvent(id, 'parcel.deposited', 1);
    await deliver(lockerEvent(id, 'parcel.collected', 2));

    expect(outcomes([await deliver(late), await deliver(late)])).toEqual(['stale', 'duplicate']);
  });
});

describe('order', () => {
  it('ignores what is older than what is known', async () => {
    const sent = [
      lockerEvent(id, 'parcel.collected', 30),
      lockerEvent(id, 'parcel.deposited', 20),
      lockerEvent(id, 'parcel.expired', 30),
      lockerEvent(id, 'parcel.expired', 29),
      lockerEvent(id, 'parcel.deposited', 31),
      lockerEvent(id, 'parcel.collected', 30),
    ];
    const answers = [];
    for (const event of sent) answers.push(await deliver(event));

    expect(outcomes(answers)).toEqual(['applied', 'stale', 'stale', 'stale', 'applied', 'stale']);
    expect(texts()).toEqual([`text to ${id}: collected`, `text to ${id}: ready to collect`]);
    expect(await parcel(id)).toMatchObject({ status: 'in_locker', since: sent[4]?.occurredAt });
  });

  it('ends with the newest state when two events of a parcel arrive together', async () => {
    for (let round = 0; round < 6; round += 1) {
      const key = `${id}-${round}`;
      const events = [
        lockerEvent(key, 'parcel.deposited', 10),
        lockerEvent(key, 'parcel.collected', 11),
      ];
      if (round % 2 === 1) events.reverse();
      const answers = await Promise.all(events.map((event) => deliver(event)));

      const { status, since } = await parcel(key);
      expect({ round, status, since }).toEqual({
        round,
        status: 'collected',
        since: '2026-01-31T12:11:00.000Z',
      });
      const sent = texts().filter((text) => text.includes(`${key}:`));
      expect(sent.at(-1)).toBe(`text to ${key}: collected`);
      expect(sent).toHaveLength(answers.filter((res) => res.body.outcome === 'applied').length);
    }
  });

  it('of one parcel does not hold up another', async () => {
    const start = clock.now();
    await Promise.all([1, 2, 3, 4, 5, 6].map((part) => deliver(lockerEvent(`${id}-${part}`))));

    expect(clock.now() - start).toBeLessThan(100);
    expect(texts()).toHaveLength(6);
  });

  it('of a parcel goes on after a text that failed', async () => {
    const key = `flaky-${id}`;
    const answers = [
      await deliver(lockerEvent(key, 'parcel.deposited', 1)),
      await deliver(lockerEvent(key, 'parcel.collected', 2)),
      await deliver(lockerEvent(key, 'parcel.expired', 1)),
    ];

    expect(outcomes(answers)).toEqual([503, 'applied', 'stale']);
    expect((await parcel(key)).status).toBe('collected');
  });
});

describe('what is not there', () => {
  it('is answered in the same shape', async () => {
    for (const path of ['/parcels/nobody-knows', '/parcels', '/nothing-here']) {
      const res = await api.get(path);
      expect([path, res.status, res.body]).toEqual([
        path,
        404,
        { error: { code: 'not_found', message: forPeople } },
      ]);
    }
  });
});
