import type { GraderHost, GraderTurn } from './protocol.ts';

type Turn = (op: GraderTurn['op'], ...args: never[]) => string;

const rounds = 4;

const program = `(function (exports, require, module) {
  const { api } = require('world');
  beforeEach(() => {});
  describe('warm', () => {
    it.each([[1], [2]])('up %d', async () => {});
    it('once', async () => { expect((await api.get('/')).status).toBe(200); });
    for (let round = 0; round < ${rounds}; round += 1) {
      expect({ a: [1, { b: 'c' }] }).toEqual({ a: [1, { b: expect.any(String) }] });
      expect([1, 2]).toHaveLength(2); expect('abc').toMatch(/b/); expect({ a: 1, b: 2 }).toMatchObject({ a: 1 });
      expect(1).toBe(1); expect(2).toBeGreaterThan(1); expect(undefined).toBeUndefined(); expect([1]).toContain(1);
      expect(() => { throw new TypeError('x'); }).toThrow(TypeError);
    }
    for (const fail of [() => expect(1).toBe(2), () => expect({ a: 1 }).toEqual({ a: 2 })]) { try { fail(); } catch {} }
  });
})`;

/** Likewise for the grader: Jest's matchers and the world, on tests of our own. */
export function warmUpGrader(boot: (host: GraderHost, seed: number) => Turn): void {
  const host = new Proxy({} as GraderHost, {
    get: (_target, name) => (name === 'queries' || name === 'logs' ? () => '[]' : () => 1),
  });
  const turn = boot(host, 1) as (op: string, ...args: unknown[]) => string;
  turn('run', JSON.stringify([{ suite: 'hidden', program }]));
  for (let round = 0; round < rounds; round += 1) {
    turn(
      'response',
      1,
      JSON.stringify({
        status: 200,
        headers: [['content-type', 'application/json']],
        body: '{"a":1}',
      }),
    );
    turn('tick');
  }
}
