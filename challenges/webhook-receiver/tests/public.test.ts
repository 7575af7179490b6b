import { api, clock } from 'world';
import { deliver, lockerEvent, nowSeconds, parcel, send, signature, texts } from './deliveries.ts';

describe('a delivery', () => {
  it('changes the parcel and tells the customer', async () => {
    const event = lockerEvent('public-1');
    const res = await deliver(event);

    expect([res.status, res.body]).toEqual([200, { outcome: 'applied' }]);
    expect(texts()).toEqual(['text to public-1: ready to collect']);
    expect(await parcel('public-1')).toEqual({
      id: 'public-1',
      status: 'in_locker',
      lockerId: 'l-7',
      since: event.occurredAt,
    });
  });

  it('that is repeated changes nothing', async () => {
    const event = lockerEvent('public-2');
    await deliver(event);
    await clock.advance(60_000);
    const res = await deliver(event);

    expect([res.status, res.body]).toEqual([200, { outcome: 'duplicate' }]);
    expect(texts()).toHaveLength(1);
  });

  it('that is older than what we know changes nothing', async () => {
    await deliver(lockerEvent('public-3', 'parcel.collected', 30));
    const res = await deliver(lockerEvent('public-3', 'parcel.deposited', 20));

    expect(res.body).toEqual({ outcome: 'stale' });
    expect((await parcel('public-3')).status).toBe('collected');
  });
});

describe('a forged delivery', () => {
  it('is refused', async () => {
    const body = JSON.stringify(lockerEvent('public-4'));
    const refused = await Promise.all([
      send(body, ''),
      send(body, `t=${nowSeconds()},v1=${'0'.repeat(64)}`),
      send(body.replace('l-7', 'l-8'), signature(body)),
      send(body, signature(body, nowSeconds() - 600)),
    ]);

    for (const res of refused) {
      expect(res.status).toBe(401);
      expect(res.body).toEqual({
        error: { code: 'invalid_signature', message: expect.any(String) },
      });
    }
    expect((await api.get('/parcels/public-4')).status).toBe(404);
  });
});
