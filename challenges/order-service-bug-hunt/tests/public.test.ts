import { api, clock } from 'world';
import { balance, cancel, cooked, mails, order, placed, topUp } from './families.ts';

describe('the service', () => {
  it('takes an order, and the money for it', async () => {
    await topUp('public-1', 1000);
    const res = await order({
      family: 'public-1',
      date: '2026-05-04',
      notes: ['no cheese'],
      email: 'ada@example.org',
    });

    expect([res.status, res.body]).toEqual([
      201,
      {
        id: expect.any(String),
        family: 'public-1',
        child: 'Ada',
        date: '2026-05-04',
        meal: 'pasta',
        notes: ['contains gluten', 'no cheese'],
        priceCents: 490,
        status: 'placed',
      },
    ]);
    expect(await balance('public-1')).toBe(510);
    expect(await cooked('2026-05-04')).toEqual([
      ['Ada', 'pasta', ['contains gluten', 'no cheese']],
    ]);
    await clock.advance(1000);
    expect(mails()).toEqual([`mail to ada@example.org: order ${res.body.id} placed`]);
  });

  it('gives the money back', async () => {
    await topUp('public-2', 500);
    const { id } = await placed({ family: 'public-2', date: '2026-05-05', meal: 'soup' });
    expect((await cancel(id)).body.status).toBe('cancelled');
    expect(await balance('public-2')).toBe(500);
    expect(await cooked('2026-05-05')).toEqual([]);
  });

  it('refuses who has too little', async () => {
    await topUp('public-3', 100);
    const res = await order({ family: 'public-3', date: '2026-05-06' });
    expect([res.status, res.body.error.code]).toEqual([402, 'insufficient_balance']);
  });

  it('shows the week to the kitchen', async () => {
    const { days } = (await api.get('/kitchen/week/2026-05-11')).body;
    expect(days.map(({ date }: { date: string }) => date)).toEqual([
      '2026-05-11',
      '2026-05-12',
      '2026-05-13',
      '2026-05-14',
      '2026-05-15',
    ]);
  });
});
