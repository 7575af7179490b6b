import { api, clock, restart } from 'world';
import { add, inMs, job, minuteMs, runs, secondMs, secondsUntil, starts } from './clinic.ts';

const forPeople = expect.stringMatching(/\w+ \w+/);
const error = (code: string) => ({ error: { code, message: forPeople } });
let names = 0;
/** Each test has names of its own. */
let name = '';

beforeEach(() => {
  names += 1;
  name = `h${names}`;
});

const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const schedule = (everyMinutes: unknown, more: object = {}) =>
  api.put(`/schedules/${name}`, { kind: 'statement', payload: { name }, everyMinutes, ...more });

describe('a job', () => {
  it('is begun within ten seconds of being due, and not before', async () => {
    const now = await add({ name: `${name}-now` });
    const past = await add({ name: `${name}-past` }, { runAt: inMs(-minuteMs) });
    const later = await add({ name: `${name}-later` }, { runAt: inMs(33_333) });
    await clock.advance(10 * secondMs);
    expect([(await job(now.id)).status, (await job(past.id)).status]).toEqual(['done', 'done']);
    await clock.advance(Date.parse(later.runAt) - clock.now() - 1);
    expect([starts(`${name}-later`), (await job(later.id)).status]).toEqual([[], 'waiting']);
    await clock.advance(10 * secondMs + 1);
    expect(starts(`${name}-later`)).toEqual([`${name}-later #1`]);
  });

  it('shows how far it is', async () => {
    const { id, runAt } = await add({ name, takesMs: 20_000 });
    await clock.advance(11 * secondMs);
    expect(await job(id)).toMatchObject({ status: 'running', attempts: 1, runAt });
    await clock.advance(20 * secondMs);
    expect(await job(id)).toEqual({
      id,
      kind: 'reminder',
      payload: { name, takesMs: 20_000 },
      status: 'done',
      runAt,
      attempts: 1,
      lastError: null,
    });
    await clock.advance(minuteMs);
    expect(runs(name)).toEqual([`start ${name} #1`, `end ${name} #1`]);
  });

  it('that takes minutes is not taken for dead', async () => {
    const { id } = await add({ name, takesMs: 2 * minuteMs });
    await clock.advance(2 * minuteMs + 11 * secondMs);
    expect(runs(name)).toEqual([`start ${name} #1`, `end ${name} #1`]);
    expect(await job(id)).toMatchObject({ status: 'done', attempts: 1 });
    await clock.advance(70 * secondMs);
    expect(starts(name)).toHaveLength(1);
  });

  it('is handed over as it is', async () => {
    const payload = { name, takesMs: 10, list: [1, { deep: 'ü"\\' }], none: null };
    const added = await api.post('/jobs', { kind: 'statement', payload });
    expect(added.body.payload).toEqual(payload);
    await clock.advance(10 * secondMs);
    expect(await job(added.body.id)).toMatchObject({ kind: 'statement', payload, status: 'done' });
  });
});

describe('two workers', () => {
  it('run each of many jobs once', async () => {
    const runAt = inMs(20 * secondMs);
    const jobs = await Promise.all(
      times(24, (index) => add({ name: `${name}-${index}`, takesMs: 1000 }, { runAt })),
    );
    await clock.advance(60 * secondMs);
    await secondsUntil(() => runs(`${name}-`).length >= 48, 60);

    expect(starts(`${name}-`).toSorted()).toEqual(times(24, (n) => `${name}-${n} #1`).toSorted());
    for (const { id } of jobs) {
      expect(await job(id)).toMatchObject({ status: 'done', attempts: 1 });
    }
  });

  it('run four jobs at once and no more', async () => {
    const runAt = inMs(20 * secondMs);
    await Promise.all(times(10, (n) => add({ name: `${name}-${n}`, takesMs: 15_000 }, { runAt })));
    await clock.advance(31 * secondMs);
    expect(runs(`${name}-`)).toEqual(times(4, () => expect.stringMatching(/^start/)));
    await clock.advance(60 * secondMs);

    let [now, most] = [0, 0];
    for (const line of runs(`${name}-`)) {
      now += line.startsWith('start') ? 1 : -1;
      most = Math.max(most, now);
    }
    expect([most, starts(`${name}-`).length]).toEqual([4, 10]);
  });

  it('begin with what has been due longest', async () => {
    await Promise.all(times(4, (n) => add({ name: `busy-${name}-${n}`, takesMs: 30_000 })));
    await clock.advance(11 * secondMs);
    for (const [index, ms] of [9000, 1000, 5000, 7000, 3000].entries()) {
      await add({ name: `${name}-${index}`, takesMs: 60_000 }, { runAt: inMs(ms) });
    }
    await clock.advance(40 * secondMs);
    expect(new Set(starts(`${name}-`))).toEqual(
      new Set([1, 4, 2, 3].map((index) => `${name}-${index} #1`)),
    );
    await clock.advance(2 * minuteMs + 30 * secondMs);
    expect(starts(`${name}-`).at(-1)).toBe(`${name}-0 #1`);
  });

  it('do not let a slow job hold up others', async () => {
    await add({ name: `slow-${name}`, takesMs: 100_000 });
    const { id } = await add({ name });
    await clock.advance(11 * secondMs);
    expect((await job(id)).status).toBe('done');
    await clock.advance(100 * secondMs);
    expect(runs(`slow-${name}`)).toHaveLength(2);
  });
});

describe('a failure', () => {
  it('is retried later and later', async () => {
    const { id } = await add({ name, failTimes: 4, takesMs: 100 });
    await secondsUntil(() => runs(name).length === 2, 12);
    for (const [index, pause] of [10, 20, 40, 80].entries()) {
      const failed = await job(id);
      expect(failed).toMatchObject({
        status: 'waiting',
        attempts: index + 1,
        lastError: `${name} failed in attempt ${index + 1}`,
      });
      const wait = Date.parse(failed.runAt) - clock.now();
      expect(wait).toBeLessThanOrEqual(pause * secondMs);
      expect(wait).toBeGreaterThan((pause - 2) * secondMs);
      await clock.advance(wait - 1);
      expect(starts(name)).toHaveLength(index + 1);
      expect(await secondsUntil(() => runs(name).length === 2 * (index + 2))).toBeLessThanOrEqual(
        11,
      );
    }
    expect(await job(id)).toMatchObject({
      status: 'done',
      attempts: 5,
      lastError: `${name} failed in attempt 4`,
    });
  });

  it('is given up after five attempts', async () => {
    const { id } = await add({ name, failTimes: 99 });
    await clock.advance(250 * secondMs);
    expect(starts(name)).toEqual([1, 2, 3, 4, 5].map((attempt) => `${name} #${attempt}`));
    const failed = await job(id);
    expect(failed).toMatchObject({
      status: 'failed',
      attempts: 5,
      lastError: `${name} failed in attempt 5`,
    });
    await clock.advance(100 * secondMs);
    await restart();
    await clock.advance(60 * secondMs);
    expect([starts(name).length, await job(id)]).toEqual([5, failed]);
  });

  it('of one job does not disturb others', async () => {
    await Promise.all(times(6, (n) => add({ name: `bad-${name}-${n}`, failTimes: 1 })));
    const good = await Promise.all(times(6, (n) => add({ name: `${name}-${n}` })));
    await clock.advance(15 * secondMs);
    for (const { id } of good) expect((await job(id)).status).toBe('done');
    await clock.advance(30 * secondMs);
  });

  it('keeps its patience over a restart', async () => {
    const { id } = await add({ name, failTimes: 2 });
    await secondsUntil(() => runs(name).length === 4, 40);
    await restart();
    const { runAt, attempts } = await job(id);
    expect(attempts).toBe(2);
    await clock.advance(Date.parse(runAt) - clock.now() - 1);
    expect(starts(name)).toHaveLength(2);
    await clock.advance(11 * secondMs);
    expect(await job(id)).toMatchObject({ status: 'done', attempts: 3 });
  });
});

describe('a crash', () => {
  it('loses no job that waits', async () => {
    const jobs = await Promise.all(
      times(8, (n) => add({ name: `${name}-${n}` }, { runAt: inMs(30_000 + n) })),
    );
    await clock.advance(20 * secondMs);
    await restart();
    await clock.advance(25 * secondMs);
    expect(starts(`${name}-`)).toHaveLength(8);
    for (const { id } of jobs) expect((await job(id)).status).toBe('done');
  });

  it('lets what was running be run again, and counts it as an attempt', async () => {
    const { id } = await add({ name, takesMs: 8000 });
    await secondsUntil(() => starts(name).length === 1, 11);
    await clock.advance(2 * secondMs);
    await restart();
    expect(await secondsUntil(() => starts(name).length === 2)).toBeLessThanOrEqual(60);
    await clock.advance(10 * secondMs);
    expect(runs(name)).toEqual([`start ${name} #1`, `start ${name} #2`, `end ${name} #2`]);
    expect(await job(id)).toMatchObject({ status: 'done', attempts: 2 });
    await clock.advance(70 * secondMs);
    expect(starts(name)).toHaveLength(2);
  });

  it('cannot bring back what fails by crashing more than five times', async () => {
    const { id } = await add({ name, takesMs: 3 * minuteMs });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await secondsUntil(() => starts(name).length === attempt)).toBeLessThanOrEqual(60);
      await clock.advance(secondMs);
      await restart();
    }
    await clock.advance(60 * secondMs);
    const failed = await job(id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 5, lastError: forPeople });
    await clock.advance(70 * secondMs);
    expect(starts(name)).toEqual([1, 2, 3, 4, 5].map((attempt) => `${name} #${attempt}`));
  });

  it('in the middle of much work repeats only what was running', async () => {
    const jobs = await Promise.all(times(12, (n) => add({ name: `${name}-${n}`, takesMs: 3000 })));
    await secondsUntil(() => runs(`${name}-`).filter((line) => line.startsWith('end')).length >= 4);
    const ended = runs(`${name}-`)
      .filter((line) => line.startsWith('end'))
      .map((line) => line.slice('end '.length));
    await restart();
    await clock.advance(100 * secondMs);

    const again = starts(`${name}-`).filter((line) => line.endsWith('#2'));
    expect(again.length).toBeLessThanOrEqual(4);
    for (const line of ended) expect(again).not.toContain(line.replace('#1', '#2'));
    for (const { id } of jobs) expect((await job(id)).status).toBe('done');
  });

  it('between two attempts is no attempt', async () => {
    const { id } = await add({ name, failTimes: 1 });
    await secondsUntil(() => runs(name).length === 2, 12);
    await restart();
    await restart();
    await clock.advance(25 * secondMs);
    expect(await job(id)).toMatchObject({ status: 'done', attempts: 2 });
  });
});

describe('a key', () => {
  it('finds the job that has it, whatever became of it', async () => {
    const post = (payload: object) =>
      api.post('/jobs', { kind: 'reminder', payload, key: `key-${name}`, runAt: inMs(20_000) });
    const answers = await Promise.all(times(5, () => post({ name })));
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 201,
    ]);
    await clock.advance(31 * secondMs);
    const again = await post({ name: `${name}-other` });
    expect([again.status, again.body]).toMatchObject([200, { status: 'done', payload: { name } }]);
    await restart();
    expect((await post({ name })).body.id).toBe(again.body.id);
    await clock.advance(30 * secondMs);
    expect(starts(name)).toEqual([`${name} #1`]);
  });

  it('is nothing that jobs without one share', async () => {
    const [one, other] = [await add({ name: `${name}-1` }), await add({ name: `${name}-2` })];
    expect(one.id).not.toBe(other.id);
    await clock.advance(11 * secondMs);
    expect(starts(`${name}-`)).toHaveLength(2);
  });
});

describe('cancelling', () => {
  it('keeps a job that waits from ever being run', async () => {
    const { id } = await add({ name }, { runAt: inMs(10_000) });
    const res = await api.delete(`/jobs/${id}`);
    expect([res.status, res.body]).toEqual([200, await job(id)]);
    expect(res.body.status).toBe('cancelled');
    expect((await api.delete(`/jobs/${id}`)).status).toBe(200);
    await clock.advance(30 * secondMs);
    await restart();
    await clock.advance(30 * secondMs);
    expect([starts(name), (await job(id)).status]).toEqual([[], 'cancelled']);
  });

  it('ends retries', async () => {
    const { id } = await add({ name, failTimes: 9 });
    await secondsUntil(() => runs(name).length === 2, 12);
    expect((await api.delete(`/jobs/${id}`)).body).toMatchObject({
      status: 'cancelled',
      attempts: 1,
      lastError: `${name} failed in attempt 1`,
    });
    await clock.advance(60 * secondMs);
    expect(starts(name)).toHaveLength(1);
  });

  it('is too late for any other', async () => {
    const { id } = await add({ name, takesMs: 20_000 });
    await secondsUntil(() => starts(name).length === 1, 11);
    for (const status of ['running', 'done']) {
      const res = await api.delete(`/jobs/${id}`);
      expect([res.status, res.body, (await job(id)).status]).toEqual([
        409,
        error('not_waiting'),
        status,
      ]);
      await clock.advance(25 * secondMs);
    }
  });
});

describe('a schedule', () => {
  it('makes one job for each occurrence, also around a restart', async () => {
    const { status, body } = await schedule(1);
    expect([status, body]).toEqual([
      200,
      {
        name,
        kind: 'statement',
        payload: { name },
        everyMinutes: 1,
        nextAt: new Date((Math.floor(clock.now() / minuteMs) + 1) * minuteMs).toISOString(),
      },
    ]);
    const first = Date.parse(body.nextAt);
    await clock.advance(first - clock.now() - 1);
    await restart();
    await clock.advance(12 * secondMs);
    expect(starts(name)).toEqual([`${name} #1`]);
    for (let count = 2; count <= 4; count += 1) {
      await clock.advance(first + (count - 1) * minuteMs - clock.now() - 1);
      expect([count, starts(name).length]).toEqual([count, count - 1]);
      if (count === 3) await restart();
      await clock.advance(12 * secondMs);
      expect([count, starts(name).length]).toEqual([count, count]);
    }
    expect((await api.get(`/schedules/${name}`)).body.nextAt).toBe(
      new Date(first + 4 * minuteMs).toISOString(),
    );
    expect((await api.delete(`/schedules/${name}`)).status).toBe(204);
    expect((await api.get(`/schedules/${name}`)).status).toBe(404);
    await clock.advance(70 * secondMs);
    expect(starts(name)).toHaveLength(4);
  });

  it('lies on whole multiples since 1970', async () => {
    for (const every of [1, 7, 15, 60, 1440]) {
      const { body } = await schedule(every);
      const length = every * minuteMs;
      expect([every, Date.parse(body.nextAt)]).toEqual([
        every,
        (Math.floor(clock.now() / length) + 1) * length,
      ]);
    }
    await clock.advance(Date.parse((await schedule(1)).body.nextAt) - clock.now());
    expect(Date.parse((await schedule(1)).body.nextAt)).toBe(clock.now() + minuteMs);
    await api.delete(`/schedules/${name}`);
    await clock.advance(12 * secondMs);
  });

  it('is replaced, not doubled', async () => {
    await schedule(1);
    const { body } = await schedule(1, { payload: { name: `${name}-new` } });
    await schedule(1, { payload: { name: `${name}-new` } });
    await clock.advance(Date.parse(body.nextAt) - clock.now() + 12 * secondMs);
    expect(starts(name)).toEqual([`${name}-new #1`]);
    await restart();
    await clock.advance(minuteMs);
    expect(starts(name)).toEqual([`${name}-new #1`, `${name}-new #1`]);
    await api.delete(`/schedules/${name}`);
  });

  it('does not wait for a run that is still going on', async () => {
    const { body } = await schedule(1, { payload: { name, takesMs: 100_000 } });
    await clock.advance(Date.parse(body.nextAt) - clock.now() + minuteMs + 12 * secondMs);
    expect(runs(name)).toEqual([`start ${name} #1`, `start ${name} #1`]);
    await api.delete(`/schedules/${name}`);
    await clock.advance(2 * minuteMs);
    expect(runs(name)).toHaveLength(4);
  });

  it('retries its jobs as any other', async () => {
    const { body } = await schedule(1, { payload: { name, failTimes: 1 } });
    await clock.advance(Date.parse(body.nextAt) - clock.now() + 12 * secondMs);
    await api.delete(`/schedules/${name}`);
    await clock.advance(23 * secondMs);
    expect(starts(name)).toEqual([`${name} #1`, `${name} #2`]);
  });
});

describe('what makes no sense', () => {
  it('is refused', async () => {
    const good = { kind: 'reminder', payload: { name } };
    const bodies = [
      {},
      [],
      { ...good, kind: 'party' },
      { ...good, kind: undefined },
      { ...good, payload: undefined },
      { ...good, payload: 'x' },
      { ...good, payload: {} },
      { ...good, payload: { name: 7 } },
      { ...good, runAt: 'tomorrow' },
      { ...good, runAt: 7 },
      { ...good, runAt: '2026-02-30T08:00:00.000Z' },
      { ...good, key: '' },
      { ...good, key: 7 },
    ];
    for (const body of bodies) {
      const res = await api.post('/jobs', body);
      expect([body, res.status, res.body]).toEqual([body, 422, error('validation_failed')]);
    }
    for (const everyMinutes of [0, 1441, 1.5, '5', null, undefined]) {
      const res = await schedule(everyMinutes);
      expect([everyMinutes, res.status, res.body]).toEqual([
        everyMinutes,
        422,
        error('validation_failed'),
      ]);
    }
    expect((await schedule(5, { kind: 'party' })).status).toBe(422);
    const broken = await api.request({
      method: 'POST',
      path: '/jobs',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, broken.body]).toEqual([422, error('validation_failed')]);
    await clock.advance(11 * secondMs);
    expect(starts(name)).toEqual([]);
  });

  it('is not found', async () => {
    for (const id of ['0', '99999', 'x', '-1', '1e1', '99999999999', "1'%20OR%201=1"]) {
      for (const res of [
        await api.get(`/jobs/${id}`),
        await api.delete(`/jobs/${id}`),
        await api.get(`/schedules/${id}`),
        await api.delete(`/schedules/${id}`),
        await api.get(`/${id}`),
      ]) {
        expect([id, res.status, res.body]).toEqual([id, 404, error('not_found')]);
      }
    }
  });
});
