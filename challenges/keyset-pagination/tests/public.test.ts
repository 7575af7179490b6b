import { api } from 'world';
import { follow, ids, list, raise, walk } from './alarmList.ts';

describe('the list', () => {
  it('shows the newest alarms of a station first', async () => {
    const older = await raise('P-1', '2026-01-31T23:12:45.123456Z', 4, 'Oil temperature high');
    const newer = await raise('P-1', '2026-01-31T23:12:46Z', 2);

    const page = await list('station=P-1');
    expect(ids(page)).toEqual([newer, older]);
    expect(page.alarms[1]).toEqual({
      id: older,
      station: 'P-1',
      severity: 4,
      message: 'Oil temperature high',
      raisedAt: '2026-01-31T23:12:45.123Z',
    });
    expect([page.next, page.previous]).toEqual([null, null]);
  });

  it('can show the worst first', async () => {
    const minor = await raise('P-2', '2026-01-31T23:00:02Z', 1);
    const bad = await raise('P-2', '2026-01-31T23:00:00Z', 5);
    const alsoBad = await raise('P-2', '2026-01-31T23:00:01Z', 5);

    expect(ids(await list('station=P-2&sort=severity'))).toEqual([alsoBad, bad, minor]);
  });
});

describe('paging', () => {
  it('goes forward and back', async () => {
    const raised: number[] = [];
    for (let second = 0; second < 5; second += 1) {
      raised.unshift(await raise('P-3', `2026-01-31T23:00:0${second}Z`));
    }

    expect(await walk('station=P-3&limit=2')).toEqual([
      raised.slice(0, 2),
      raised.slice(2, 4),
      raised.slice(4),
    ]);
    const first = await list('station=P-3&limit=2');
    const second = await list(`station=P-3&limit=2&after=${first.next}`);
    expect(await follow('station=P-3&limit=2', 'previous', second)).toEqual([raised.slice(0, 2)]);
  });

  it('refuses what is not a cursor', async () => {
    const res = await api.get('/alarms?after=nonsense');
    expect([res.status, res.body]).toEqual([
      400,
      { error: { parameter: 'after', message: expect.any(String) } },
    ]);
  });
});
