import { api, clock } from 'world';
import { confirm, held, minuteMs, release, reserve, shelf, stock } from './shelf.ts';

describe('a reservation', () => {
  it('holds parts for 15 minutes', async () => {
    const [pump, seal] = [await stock(7, 'Pump'), await stock(20, 'Seal')];
    const res = await reserve([
      { partId: seal, quantity: 4 },
      { partId: pump, quantity: 1 },
    ]);

    expect([res.status, res.body]).toEqual([
      201,
      {
        id: expect.any(String),
        jobId: 'WT-1',
        status: 'held',
        expiresAt: new Date(clock.now() + 15 * minuteMs).toISOString(),
        items: [
          { partId: pump, quantity: 1 },
          { partId: seal, quantity: 4 },
        ],
      },
    ]);
    expect((await api.get(`/reservations/${res.body.id}`)).body).toEqual(res.body);
    expect((await api.get(`/parts/${seal}`)).body).toEqual({
      id: seal,
      name: 'Seal',
      onHand: 20,
      held: 4,
      available: 16,
    });
    await clock.advance(15 * minuteMs);
    expect(await shelf(seal)).toEqual([20, 0, 20]);
  });

  it('is refused when something is missing', async () => {
    const part = await stock(3);
    const res = await reserve([{ partId: part, quantity: 4 }]);

    expect([res.status, res.body]).toEqual([
      409,
      {
        error: {
          code: 'insufficient_stock',
          message: expect.any(String),
          missing: [{ partId: part, requested: 4, available: 3 }],
        },
      },
    ]);
  });

  it('can be confirmed or released', async () => {
    const part = await stock(5);
    const first = await confirm(await held([part, 2]));
    expect([first.status, first.body.status]).toEqual([200, 'confirmed']);
    const second = await release(await held([part, 2]));
    expect([second.status, second.body.status]).toEqual([200, 'released']);
    expect(await shelf(part)).toEqual([3, 0, 3]);
  });
});
