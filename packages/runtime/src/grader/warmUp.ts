import { letSettle } from '#time/letSettle.ts';
import { createPendingTimers } from '#time/pendingTimers.ts';
import type { GraderHost, GraderTurn } from './protocol.ts';

type Turn = (op: GraderTurn['op'], ...args: never[]) => string;

const rounds = 4;
/** Responses and timers after which the tests have come to their end, with room to spare. */
const maxSteps = 200;

/** What hidden tests do, in small. */
const program = `(function (exports, require, module) {
  const { api, clock, postgres } = require('world');
  beforeEach(() => {});
  describe('warm', () => {
    it.each([[1], [2]])('up %d', async () => {});
    for (let round = 0; round < ${rounds}; round += 1) {
      it('asks ' + round, async () => {
        const found = await api.get('/items?limit=1', { headers: { 'x-customer': 'c' } });
        expect(found.status).toBe(200);
        expect(found.headers['content-type']).toMatch(/json/);
        expect(found.body).toEqual({ a: expect.any(Number) });
        const sent = [await api.post('/items', { a: 1 }), await api.request({ method: 'POST', path: '/items', headers: {}, body: '{' })];
        expect(sent.map((res) => [res.status, res.body])).toEqual([[200, { a: 1 }], [200, { a: 1 }]]);
        await Promise.all([api.get('/'), api.get('/')]);
        await clock.advance(clock.now() > 0 ? 1 : 2);
        await postgres.query('SELECT 1', [1]);
        expect(postgres.queries.length).toBeLessThanOrEqual(1);
      });
      it('compares ' + round, () => {
        expect({ a: [1, { b: 'c' }] }).toEqual({ a: [1, { b: expect.any(String) }] });
        expect([1, 2]).toHaveLength(2); expect('abc').toMatch(/b/); expect({ a: 1, b: 2 }).toMatchObject({ a: 1 });
        expect(1).toBe(1); expect(1).not.toBe(2); expect(2).toBeGreaterThan(1); expect(2).toBeGreaterThanOrEqual(1);
        expect(undefined).toBeUndefined(); expect(null).toBeNull(); expect([1]).toContain(1); expect(1).toBeLessThan(2);
        expect(() => { throw new TypeError('x'); }).toThrow(TypeError);
      });
      it('fails ' + round, () => expect({ a: 1 }).toEqual({ a: 2 }));
      it('throws ' + round, () => expect(1).toBe(2));
    }
  });
})`;

const answer = JSON.stringify({
  status: 200,
  headers: [['content-type', 'application/json']],
  body: '{"a":1}',
});

/**
 * Likewise for the grader: Jest's matchers and the world, on tests of our own.
 * @throws {Error} when something that the tests wait for never comes: what follows would stay cold.
 */
export async function warmUpGrader(boot: (host: GraderHost, seed: number) => Turn): Promise<void> {
  let exchange = 0;
  let answered = 0;
  let finished = false;
  const { pending, arm } = createPendingTimers();
  const host = new Proxy({} as GraderHost, {
    get: (_target, name) => {
      if (name === 'sendRequest') return () => (exchange += 1);
      if (name === 'query') return () => '{"rows":[]}';
      if (name === 'queriesWait') return () => 0;
      if (name === 'setTimer' || name === 'setImmediate') return arm;
      if (name === 'finished') return (problem: string) => void (finished = problem === '');
      return name === 'queries' || name === 'logs' ? () => '[]' : () => 1;
    },
  });
  const turn = boot(host, 1) as (op: string, ...args: unknown[]) => string;
  const settle = () => letSettle(() => turn('tick'));
  turn('run', JSON.stringify([{ suite: 'hidden', program }]));
  await settle();
  for (let step = 0; step < maxSteps && !finished; step += 1) {
    if (answered < exchange) turn('response', (answered += 1), answer);
    else if (pending.length > 0) turn('timer', pending.shift());
    await settle();
  }
  if (!finished) throw new Error('The tests that warm the grader up have not come to their end.');
}
