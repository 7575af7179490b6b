import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
// oxlint-disable-next-line no-restricted-imports -- the comparison with Node is one of the benchmarks
import { agree, compare } from '../../bench/fidelity/compare.ts';

/** Real Node keeps delays this far apart in order even on a busy machine, ms. */
const apart = 25;

type Step =
  | { kind: 'tick' | 'micro' | 'promise' | 'immediate' | 'await'; steps: Step[] }
  | { kind: 'timer'; slot: number; steps: Step[] }
  | { kind: 'cleared'; slot: number };

const { steps } = fc.letrec<{ steps: Step[] }>((tie) => ({
  steps: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('tick', 'micro', 'promise', 'immediate', 'await'),
        steps: tie('steps'),
      }),
      fc.record({
        kind: fc.constant('timer'),
        slot: fc.integer({ min: 1, max: 3 }),
        steps: tie('steps'),
      }),
      fc.record({ kind: fc.constant('cleared'), slot: fc.integer({ min: 1, max: 3 }) }),
    ) as fc.Arbitrary<Step>,
    { maxLength: 3, depthSize: 'small' },
  ),
}));

let label = 0;

/** A program that prints the order in which its callbacks are called. No two of its timers are due at once. */
function write(list: Step[], unique: () => number): string {
  return list
    .map((step): string => {
      label += 1;
      const name = `${step.kind} ${label}`;
      if (step.kind === 'cleared')
        return `clearTimeout(setTimeout(() => console.log('never'), ${step.slot}));`;
      const body = `console.log('${name}'); ${write(step.steps, unique)}`;
      switch (step.kind) {
        case 'tick':
          return `process.nextTick(() => { ${body} });`;
        case 'micro':
          return `queueMicrotask(() => { ${body} });`;
        case 'promise':
          return `Promise.resolve().then(() => { ${body} });`;
        case 'await':
          return `(async () => { await null; ${body} })();`;
        case 'immediate':
          return `setImmediate(() => { ${body} });`;
        case 'timer':
          return `setTimeout(() => { ${body} }, ${unique()});`;
      }
    })
    .join(' ');
}

describe('virtual time', () => {
  it('calls callbacks in the order of Node, in programs made at random', async () => {
    const programs = fc.sample(steps, { numRuns: 30, seed: 20_260 }).map((list) => {
      let timers = 0;
      label = 0;
      const code = write(list, () => (timers += 1) * apart);
      return {
        code: `${code} await new Promise((r) => setTimeout(r, ${apart * (timers + 3)}));`,
        quietMs: 1,
      };
    });
    const pairs = await compare(programs);
    expect(
      pairs.filter((pair) => !agree(pair)).map(({ node, sandbox }) => ({ node, sandbox })),
    ).toEqual([]);
    expect(pairs.some(({ node }) => node.lines.length > 5)).toBe(true);
  }, 120_000);
});
