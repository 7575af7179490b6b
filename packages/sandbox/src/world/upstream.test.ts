import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge();

/** Asks for a rate, with a time limit, and says what came of it. */
const solution = `
  export async function rate(currency: string, options = {}, origin = 'https://rates.test') {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(Object.assign(new Error('late'), { name: 'TimeoutError' })), 2_000);
    controller.signal.throwIfAborted ??= () => {};
    try {
      const response = await fetch(origin + '/rates/' + currency + '?base=EUR', { signal: controller.signal, ...options });
      return response.ok ? (await response.json()).rate : response.status;
    } catch (error) {
      return error?.cause?.code ?? (controller.signal.aborted ? 'TimeoutError' : String(error));
    } finally {
      clearTimeout(timer);
    }
  }
`;

describe('upstream', () => {
  it('answers by route, and records what was asked', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { rate } from 'solution';
        import { clock, upstream } from 'world';
        const rates = upstream('https://rates.test').reply('GET /rates/:currency', ({ params }) => ({ body: { rate: params.currency.length } }));

        it('replies', async () => {
          expect(await rate('USD')).toBe(3);
          expect(rates.requests).toHaveLength(1);
          expect(rates.requests[0]).toMatchObject({ method: 'GET', path: '/rates/USD', query: { base: 'EUR' }, params: { currency: 'USD' }, atMs: clock.now(), outcome: 200, aborted: false });
        });
        it('sees bodies, and lets a test say something else', async () => {
          rates.reply('POST /rates/*', { status: 201, body: { rate: 9 } });
          expect(await rate('USD', { method: 'POST', body: '{"a":[1]}', headers: { 'content-type': 'application/json' } })).toBe(9);
          expect(rates.requests[0].body).toEqual({ a: [1] });
          rates.reply('GET /rates/USD', { body: { rate: 1 } }, { times: 1 }).reply('GET /rates/USD', { body: { rate: 2 } }, { times: 1 });
          expect([await rate('USD'), await rate('USD'), await rate('USD')]).toEqual([1, 2, 3]);
        });
        it('starts each test with what was said outside of tests', async () => {
          expect(rates.requests).toEqual([]);
          expect(await rate('USD', { method: 'POST' })).toBe(404);
        });
        it('knows no other address', async () => {
          expect(await rate('A', {}, 'https://elsewhere.test')).toBe('ENOTFOUND');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'replies: passed',
      'sees bodies, and lets a test say something else: passed',
      'starts each test with what was said outside of tests: passed',
      'knows no other address: passed',
    ]);
  });

  it('fails, is late and recovers as a test asks', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { rate } from 'solution';
        import { clock, upstream } from 'world';
        const executed = [];
        const rates = upstream('https://rates.test').reply('*', (request) => { executed.push(request.path); return { body: { rate: 1 } }; });
        beforeEach(() => { executed.length = 0; });

        it('fails', async () => {
          rates.fail(503, { times: 1 }).fail('reset', { times: 1 }).fail('refused', { times: 1 }).fail('unknown_host', { times: 1 });
          expect([await rate('A'), await rate('B'), await rate('C'), await rate('D'), await rate('E')]).toEqual([503, 'ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 1]);
          expect(executed).toEqual(['/rates/E']);
          expect(rates.requests.map((request) => request.outcome)).toEqual([503, 'ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 200]);
        });
        it('loses answers', async () => {
          rates.fail('reset', { executed: true, route: 'GET /rates/A' });
          expect([await rate('A'), await rate('B')]).toEqual(['ECONNRESET', 1]);
          expect(executed).toEqual(['/rates/A', '/rates/B']);
        });
        it('is silent', async () => {
          rates.fail('silence');
          const before = clock.now();
          expect(await rate('A')).toBe('TimeoutError');
          expect(clock.now() - before).toBe(2_000);
          expect(rates.requests[0]).toMatchObject({ aborted: true, outcome: undefined });
          rates.recover();
          expect(await rate('A')).toBe(1);
        });
        it('is late', async () => {
          rates.delay(1_500).delay(2_500, { route: '/rates/slow' });
          const before = clock.now();
          expect(await Promise.all([rate('A'), rate('slow'), rate('B')])).toEqual([1, 'TimeoutError', 1]);
          expect(clock.now() - before).toBe(2_000);
          expect(rates.mostAtOnce).toBe(3);
        });
        it('fails the test when its own function does', async () => {
          rates.reply('*', () => { throw new Error('no such rate'); });
          await rate('A');
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'fails: passed',
      'loses answers: passed',
      'is silent: passed',
      'is late: passed',
      'fails the test when its own function does: failed: no such rate',
    ]);
  });

  it('is flaky by the seed, the same way each time', async () => {
    const run = async (seed: number) => {
      const verdict = await judged({
        seed,
        solution,
        tests: `
          import { rate } from 'solution';
          import { upstream } from 'world';
          it('is flaky', async () => {
            upstream('https://rates.test').reply('*', { body: { rate: 1 } }).flaky(0.5, { failure: 500 }).delay([10, 1_000]);
            const seen = [];
            for (let n = 0; n < 40; n += 1) seen.push(await rate('A'));
            throw new Error(seen.join(' '));
          });
        `,
      });
      expect(verdict.tests[0]?.virtualMs).toBeGreaterThan(2_000);
      return verdict.tests[0]?.failure?.message ?? '';
    };
    const [one, again, other] = [await run(1), await run(1), await run(2)];
    expect(one.match(/500/g)?.length).toBeGreaterThan(8);
    expect(one.match(/\b1\b/g)?.length).toBeGreaterThan(8);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('refuses what it does not know, which would do nothing and let a test pass', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { upstream } from 'world';
        const rates = () => upstream('https://rates.test');
        it('a failure', () => expect(() => rates().fail('timeout')).toThrow("'silence'; this is \\"timeout\\""));
        it('an option', () => expect(() => rates().fail(503, { time: 1 })).toThrow('fail takes route, times, executed as options; there is no time.'));
        it('a path', () => expect(() => upstream('https://rates.test/v1')).toThrow('name /v1 in its routes'));
        it('but takes each that there is', () => {
          for (const failure of ['refused', 'reset', 'unknown_host', 'silence', 503, { status: 429 }])
            rates().fail(failure, { route: '/a', times: 1, executed: true }).flaky(0.5, { failure });
          upstream('https://rates.test/').delay(5, { times: 1 }).reply('*', {}, { times: 1 });
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'a failure: passed',
      'an option: passed',
      'a path: passed',
      'but takes each that there is: passed',
    ]);
  });

  it('hears no more from a solution that has stopped', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { rate } from 'solution';
        import { restart, upstream } from 'world';
        it('restarts in the middle of a request', async () => {
          const rates = upstream('https://rates.test').reply('*', async () => { await restart(); return { body: { rate: 1 } }; });
          void rate('A').catch(() => {});
          await new Promise((done) => setTimeout(done, 10));
          rates.reply('*', { body: { rate: 2 } });
          expect(await rate('B')).toBe(2);
          expect(rates.requests.map((request) => request.aborted)).toEqual([true, false]);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual(['restarts in the middle of a request: passed']);
  });
});
