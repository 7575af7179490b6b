/** Likewise for the grader: see the solution's. */
export const graderWarmUp = `
const host = new Proxy({}, { get: (_, name) => (['queries', 'logs'].includes(name) ? () => '[]' : () => 1) });
const turn = __boot(host, 1);
turn('run', JSON.stringify([{ suite: 'hidden', program: \`(function (exports, require, module) {
  const { api } = require('world');
  beforeEach(() => {});
  describe('warm', () => {
    it.each([[1], [2]])('up %d', async () => {});
    api.get('/'); api.post('/items', { a: 1 });
    expect({ a: [1, { b: 'c' }] }).toEqual({ a: [1, { b: expect.any(String) }] });
    expect([1, 2]).toHaveLength(2); expect('abc').toMatch(/b/); expect({ a: 1, b: 2 }).toMatchObject({ a: 1 });
    expect(1).toBe(1); expect(2).toBeGreaterThan(1); expect(undefined).toBeUndefined(); expect([1]).toContain(1);
    expect(() => { throw new TypeError('x'); }).toThrow(TypeError);
    for (const fail of [() => expect(1).toBe(2), () => expect({ a: 1 }).toEqual({ a: 2 })]) { try { fail(); } catch {} }
    it('once', () => {});
  });
})\` }]));
turn('response', 1, JSON.stringify({ status: 200, headers: [['content-type', 'application/json']], body: '{"a":1}' }));
turn('tick');
`;
