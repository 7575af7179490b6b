import { api, clock, restart } from 'world';
import { add, inMs, job, runs, secondsUntil, starts } from './clinic.ts';

describe('a job', () => {
  it('is run once', async () => {
    const added = await add({ name: 'public-1' });
    expect(added).toEqual({
      id: expect.any(Number),
      kind: 'reminder',
      payload: { name: 'public-1' },
      status: 'waiting',
      runAt: expect.any(String),
      attempts: 0,
      lastError: null,
    });
    await clock.advance(20_000);
    expect(runs('public-1')).toEqual(['start public-1 #1', 'end public-1 #1']);
    expect(await job(added.id)).toMatchObject({ status: 'done', attempts: 1 });
  });

  it('waits for its time, also over a restart', async () => {
    const { id } = await add({ name: 'public-2' }, { runAt: inMs(60_000) });
    await clock.advance(30_000);
    await restart();
    await clock.advance(29_000);
    expect(runs('public-2')).toEqual([]);
    await clock.advance(12_000);
    expect(await job(id)).toMatchObject({ status: 'done' });
  });

  it('is tried again when it fails', async () => {
    const { id } = await add({ name: 'public-3', failTimes: 1 });
    await clock.advance(40_000);
    expect(runs('public-3')).toEqual([
      'start public-3 #1',
      'fail public-3 #1',
      'start public-3 #2',
      'end public-3 #2',
    ]);
    expect(await job(id)).toMatchObject({ status: 'done', attempts: 2 });
  });
});

describe('a schedule', () => {
  it('makes a job at each occurrence', async () => {
    const { body } = await api.put('/schedules/public', {
      kind: 'statement',
      payload: { name: 'public-4' },
      everyMinutes: 1,
    });
    expect(Date.parse(body.nextAt) % 60_000).toBe(0);
    await clock.advance(Date.parse(body.nextAt) - clock.now() - 1);
    expect(starts('public-4')).toEqual([]);
    expect(await secondsUntil(() => starts('public-4').length === 1)).toBeLessThanOrEqual(11);
    expect((await api.delete('/schedules/public')).status).toBe(204);
  });
});
