import { api, clock } from 'world';
import { as, reached, search, ticket, told } from './gateway.ts';

describe('the gateway', () => {
  it('passes requests on and tells clients where they stand', async () => {
    const res = await ticket('partner-1001');

    expect(res.status).toBe(200);
    expect(res.body).toEqual({ id: 't-1', event: 'Harbour Nights', seat: 'A12' });
    expect(res.headers).toMatchObject({
      'ratelimit-limit': '10',
      'ratelimit-remaining': '9',
      'ratelimit-reset': '2',
    });
    expect((await search('partner-1001')).body).toHaveLength(2);
    expect((await api.get('/budget', as('partner-1001'))).body).toEqual({
      plan: 'partner',
      burst: 10,
      perMinute: 30,
      available: 6,
    });
  });

  it('refuses keys that it does not know', async () => {
    const res = await ticket('partner-x');
    expect([res.status, res.body]).toEqual([
      401,
      { error: { code: 'unknown_key', message: expect.any(String) } },
    ]);
  });

  it('follows the example of the statement', async () => {
    const key = 'trial-1001';
    expect(told(await ticket(key))).toEqual([200, 2, 10, undefined]);
    expect(told(await ticket(key))).toEqual([200, 1, 20, undefined]);
    await clock.advance(15_000);
    const refused = await search(key);
    expect(told(refused)).toEqual([429, 2, 5, 5]);
    expect(refused.body.error.code).toBe('too_many_requests');
    await clock.advance(5_000);
    expect(told(await search(key))).toEqual([200, 0, 30, undefined]);
    await clock.advance(1);
    expect(told(await ticket(key))).toEqual([429, 0, 30, 10]);
    expect(reached()).toEqual([
      'tickets: find t-1',
      'tickets: find t-1',
      'tickets: search Harbour Nights',
    ]);
  });
});
