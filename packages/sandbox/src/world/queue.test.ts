import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge();

const solution = `
  export const handled = [];
  export async function handle(message) {
    if (message.slow) await new Promise((done) => setTimeout(done, message.slow));
    if (message.bad) throw new Error('bad message');
    handled.push(message.n);
  }
`;

describe('queue', () => {
  it('delivers at least once, some twice and out of order, as the seed decides', async () => {
    const run = async (seed: number) => {
      const verdict = await judged({
        seed,
        solution,
        tests: `
          import { handle, handled } from 'solution';
          import { queue } from 'world';
          it('delivers', async () => {
            const orders = queue(({ body }) => handle(body), { duplicates: 0.5 });
            orders.send(...Array.from({ length: 20 }, (_, n) => ({ n })));
            await orders.drain();
            const seen = [...handled];
            expect(new Set(seen).size).toBe(20);
            expect(seen.length).toBeGreaterThan(23);
            expect(orders.deliveries).toHaveLength(seen.length);
            expect(orders.deliveries.every(({ outcome, attempt }) => outcome === 'acknowledged' && attempt === 1)).toBe(true);
            expect(seen).not.toEqual(seen.toSorted((one, other) => one - other));
            expect(orders.dead).toEqual([]);
            throw new Error(seen.join(' '));
          });
        `,
      });
      return verdict.tests[0]?.failure?.message ?? '';
    };
    const [one, again, other] = [await run(1), await run(1), await run(2)];
    expect(one).toMatch(/^[\d ]+$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('delivers again what failed or took too long, and gives up in the end', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { handle } from 'solution';
        import { clock, queue, restart } from 'world';
        const orderly = { duplicates: 0, reorder: false, concurrency: 1 };

        it('gives up', async () => {
          const orders = queue(({ body }) => handle(body), { ...orderly, maxAttempts: 3, retryDelayMs: 500 });
          const before = clock.now();
          orders.send({ n: 1 }, { n: 2, bad: true }, { n: 3 });
          await orders.drain();
          expect(orders.deliveries.map(({ body, attempt, outcome }) => [body.n, attempt, outcome])).toEqual([
            [1, 1, 'acknowledged'], [2, 1, 'failed'], [3, 1, 'acknowledged'], [2, 2, 'failed'], [2, 3, 'failed'],
          ]);
          expect(orders.dead).toEqual([{ id: 'm2', body: { n: 2, bad: true } }]);
          expect(clock.now() - before).toBe(1_000);
        });
        it('does not wait for ever', async () => {
          const orders = queue(({ body, attempt }) => handle(attempt === 1 ? body : { n: body.n }), { ...orderly, visibilityMs: 5_000 });
          orders.send({ n: 1, slow: 60_000 });
          await orders.drain();
          expect(orders.deliveries.map(({ outcome }) => outcome)).toEqual(['timed_out', 'acknowledged']);
        });
        it('survives a solution that dies in the middle', async () => {
          const orders = queue(async ({ body, attempt }) => {
            const answer = handle(body);
            if (attempt === 1) await restart();
            return answer;
          }, orderly);
          orders.send({ n: 1, slow: 10 });
          await orders.drain();
          expect(orders.deliveries.map(({ outcome }) => outcome)).toEqual(['failed', 'acknowledged']);
        });
        it('takes the status of a response for an answer', async () => {
          const orders = queue(({ attempt }) => ({ status: attempt < 3 ? 503 : 204 }), orderly);
          orders.send('x');
          await orders.drain();
          expect(orders.deliveries.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'acknowledged']);
        });
      `,
    });
    expect(outcomes(verdict)).toEqual([
      'gives up: passed',
      'does not wait for ever: passed',
      'survives a solution that dies in the middle: passed',
      'takes the status of a response for an answer: passed',
    ]);
  });
});
