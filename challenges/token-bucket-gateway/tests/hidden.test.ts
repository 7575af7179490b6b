import { api, clock } from 'world';
import { as, available, reached, search, ticket, told } from './gateway.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
let keys = 0;
let [office, partner, trial] = ['', '', ''];

/** Each test has keys of its own, with full buckets. */
beforeEach(() => {
  keys += 1;
  [office, partner, trial] = [`office-${keys}`, `partner-${keys}`, `trial-${keys}`];
});

async function drain(key: string): Promise<number> {
  let count = 0;
  while (count < 50 && (await ticket(key)).status === 200) count += 1;
  return count;
}

const error = (code: string) => ({ error: { code, message: forPeople } });

describe('the bucket', () => {
  it('lets a burst through and then the steady rate', async () => {
    for (const [key, burst, tokenMs] of [
      [office, 20, 1000],
      [partner, 10, 2000],
      [trial, 3, 10_000],
    ] as const) {
      expect([key, await drain(key)]).toEqual([key, burst]);
      for (let count = 0; count < 5; count += 1) {
        await clock.advance(tokenMs - 1);
        expect((await ticket(key)).status).toBe(429);
        await clock.advance(1);
        expect((await ticket(key)).status).toBe(200);
        expect((await ticket(key)).status).toBe(429);
      }
    }
  });

  it('loses no part of a token, however often it is asked', async () => {
    await drain(partner);
    for (let count = 0; count < 100; count += 1) {
      await clock.advance(19);
      expect((await ticket(partner)).status).toBe(429);
    }
    await clock.advance(100);
    expect(told(await ticket(partner))).toEqual([200, 0, 20, undefined]);
    expect(await available(partner)).toBe(0);
    await clock.advance(500);
    expect(await available(partner)).toBe(0.25);
  });

  it('never holds more than its burst', async () => {
    await ticket(trial);
    await clock.advance(24 * 3_600_000);
    expect(await available(trial)).toBe(3);
    expect(told(await ticket(trial))).toEqual([200, 2, 10, undefined]);
    await clock.advance(9_999);
    expect(await available(trial)).toBe(2.999);
    await clock.advance(2);
    expect(await available(trial)).toBe(3);
    expect(await drain(trial)).toBe(3);
  });

  it('charges nothing for what it refuses', async () => {
    await ticket(trial);
    await clock.advance(5_000);
    for (let count = 0; count < 20; count += 1) expect((await search(trial)).status).toBe(429);
    expect(await available(trial)).toBe(2.5);
    expect((await ticket(trial)).status).toBe(200);
    expect((await ticket(trial)).status).toBe(200);
    expect((await ticket(trial)).status).toBe(429);
  });

  it('lets a cheap request through where an expensive one is refused', async () => {
    expect((await ticket(trial)).status).toBe(200);
    expect((await search(trial)).status).toBe(429);
    expect((await ticket(trial)).status).toBe(200);
  });

  it('takes three for a search', async () => {
    expect(told(await search(partner))).toEqual([200, 7, 6, undefined]);
    expect(told(await search(partner))).toEqual([200, 4, 12, undefined]);
    expect(told(await search(partner))).toEqual([200, 1, 18, undefined]);
    expect(told(await search(partner))).toEqual([429, 1, 18, 4]);
    expect(told(await ticket(partner))).toEqual([200, 0, 20, undefined]);
  });

  it('counts the same when requests arrive at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => ticket(partner)));
    const granted = answers.filter((res) => res.status === 200);

    expect(granted).toHaveLength(10);
    expect(
      granted.map((res) => Number(res.headers['ratelimit-remaining'])).toSorted((a, b) => a - b),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(reached()).toHaveLength(10);
  });

  it('is exact over a long time', async () => {
    await drain(office);
    let granted = 0;
    for (let count = 0; count < 300; count += 1) {
      await clock.advance(700);
      if ((await ticket(office)).status === 200) granted += 1;
    }
    expect(granted).toBe(210);
  });
});

describe('what clients are told', () => {
  it('brings a client back that waits as long as it is told', async () => {
    for (const [index, pauseMs] of [0, 1, 999, 1_001, 3_333, 7_777].entries()) {
      trial = `trial-${5000 + index}`;
      await drain(trial);
      await clock.advance(pauseMs);
      const refused = await ticket(trial);
      const seconds = Number(refused.headers['retry-after']);
      expect([pauseMs, seconds]).toEqual([pauseMs, Math.ceil((10_000 - pauseMs) / 1000)]);
      await clock.advance((seconds - 1) * 1000);
      expect([pauseMs, (await ticket(trial)).status]).toEqual([pauseMs, 429]);
      await clock.advance(1000);
      expect([pauseMs, (await ticket(trial)).status]).toEqual([pauseMs, 200]);
    }
  });

  it('is a second at least', async () => {
    await drain(office);
    await clock.advance(999);
    expect(told(await ticket(office))).toEqual([429, 0, 20, 1]);
  });

  it('is rounded so that nobody is promised too much', async () => {
    await ticket(partner);
    await clock.advance(1);
    expect(told(await api.get('/budget', as(partner)))).toEqual([200, 9, 2, undefined]);
    await clock.advance(999);
    expect(told(await api.get('/budget', as(partner)))).toEqual([200, 9, 1, undefined]);
    await clock.advance(999);
    expect(told(await api.get('/budget', as(partner)))).toEqual([200, 9, 1, undefined]);
    expect(await available(partner)).toBe(9.999);
    await clock.advance(1);
    expect(told(await api.get('/budget', as(partner)))).toEqual([200, 10, 0, undefined]);
  });

  it('is on every answer to a known key, and Retry-After on refusals only', async () => {
    await ticket(partner);
    const answers = [
      await ticket(partner, 'nothing-here'),
      await api.get('/nothing-here', as(partner)),
      await api.post('/tickets/search', { event: 7 }, as(partner)),
      await api.get('/budget', as(partner)),
      await api.delete('/tickets/t-1', as(partner)),
    ];
    expect(answers.map(told)).toEqual(
      [404, 404, 400, 200, 404].map((status) => [status, 8, 4, undefined]),
    );
    for (const res of answers) expect(res.headers['ratelimit-limit']).toBe('10');
    expect((await ticket(office)).headers['ratelimit-limit']).toBe('20');
    expect((await ticket(trial)).headers['ratelimit-limit']).toBe('3');
  });

  it('is nothing to a key that is unknown', async () => {
    for (const key of ['', 'nobody', 'partner', 'partner-12345', 'x-partner-1', 'constructor']) {
      for (const path of ['/tickets/t-1', '/budget', '/nothing-here']) {
        const res = await api.get(path, as(key));
        expect([key, told(res), res.body]).toEqual([
          key,
          [401, undefined, undefined, undefined],
          error('unknown_key'),
        ]);
        expect(res.headers['ratelimit-limit']).toBeUndefined();
      }
    }
    expect((await api.get('/tickets/t-1')).status).toBe(401);
    expect((await api.post('/tickets/search', { event: 'x' })).status).toBe(401);
    expect(reached()).toEqual([]);
  });

  it('has one shape for every error', async () => {
    await drain(trial);
    expect((await ticket(trial)).body).toEqual(error('too_many_requests'));
    expect((await ticket(partner, 'nothing-here')).body).toEqual(error('not_found'));
    expect((await api.get('/', as(partner))).body).toEqual(error('not_found'));
    expect((await api.post('/tickets/search', {}, as(partner))).body).toEqual(error('bad_request'));
  });
});

describe('the budget', () => {
  it('is shown for each plan and costs nothing', async () => {
    for (const [key, plan, burst, perMinute] of [
      [office, 'box-office', 20, 60],
      [partner, 'partner', 10, 30],
      [trial, 'trial', 3, 6],
    ] as const) {
      for (let count = 0; count < 3; count += 1) {
        const res = await api.get('/budget', as(key));
        expect(res.body).toEqual({ plan, burst, perMinute, available: burst });
        expect(told(res)).toEqual([200, burst, 0, undefined]);
      }
    }
  });

  it('is shown also when there is nothing left', async () => {
    await drain(trial);
    expect(told(await api.get('/budget', as(trial)))).toEqual([200, 0, 30, undefined]);
    await clock.advance(1234);
    expect(await available(trial)).toBe(0.123);
  });

  it('is not touched by requests that cannot be answered', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '"Harbour Nights"',
      '{"event":7}',
      '{"event":null}',
      'null',
    ]) {
      const res = await api.request({
        method: 'POST',
        path: '/tickets/search',
        headers: { 'x-api-key': partner, 'content-type': 'application/json' },
        body,
      });
      expect([body, res.status, res.body]).toEqual([body, 400, error('bad_request')]);
    }
    await api.get('/nothing-here', as(partner));
    await api.get('/tickets', as(partner));
    expect(await available(partner)).toBe(10);
    expect(reached()).toEqual([]);
  });

  it('does not pay for what is refused to reach the service behind', async () => {
    await drain(trial);
    const before = reached().length;
    await ticket(trial);
    await search(trial);
    expect(reached()).toHaveLength(before);
    expect(await available(trial)).toBe(0);
  });

  it('pays for tickets that are not found', async () => {
    expect((await ticket(trial, 't-99')).status).toBe(404);
    expect(await available(trial)).toBe(2);
    expect(reached()).toEqual(['tickets: find t-99']);
  });

  it('comes with the answers of the service behind', async () => {
    expect((await ticket(partner, 't-3')).body).toEqual({
      id: 't-3',
      event: 'String Quartet',
      seat: 'F1',
    });
    const found = await search(partner, 'String Quartet');
    expect(found.body.map(({ id }: { id: string }) => id)).toEqual(['t-3']);
    expect((await search(partner, '')).body).toEqual([]);
  });
});

describe('fairness', () => {
  it('lets nobody use up what belongs to another key', async () => {
    const other = `partner-${keys + 500}`;
    await drain(partner);
    expect(told(await ticket(other))).toEqual([200, 9, 2, undefined]);
    expect(await drain(other)).toBe(9);
    expect(await drain(trial)).toBe(3);
    expect(await drain(office)).toBe(20);
  });

  it('goes by the key and not by what a client says of itself', async () => {
    for (let count = 0; count < 3; count += 1) {
      await api.get('/tickets/t-1', {
        headers: { 'x-api-key': trial, 'x-forwarded-for': `10.0.0.${count}`, 'user-agent': 'a' },
      });
    }
    const { status } = await api.get('/tickets/t-1', {
      headers: { 'x-api-key': trial, 'x-forwarded-for': '10.9.9.9', 'user-agent': 'b' },
    });
    expect(status).toBe(429);
  });

  it('is not changed by a storm of another key at the same moment', async () => {
    const storm = Array.from({ length: 40 }, () => ticket(partner));
    const quiet = Array.from({ length: 3 }, () => ticket(trial));
    await Promise.all(storm);
    const answers = await Promise.all(quiet);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
