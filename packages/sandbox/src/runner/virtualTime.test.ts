import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
// oxlint-disable-next-line no-restricted-imports -- the comparison with Node is one of the benchmarks
import { agree, compare } from '../../bench/fidelity/compare.ts';

/** Real Node keeps delays this far apart in order even on a busy machine, ms. */
const apart = 20;
/** How often Node may be asked for its order. */
const rounds = 5;
/** Delays are powers of two times that, so that no two of these timers are due at once, whatever starts them. */
const maxTimers = 4;

type Nested = {
  kind: 'tick' | 'micro' | 'promise' | 'immediate' | 'await' | 'timer';
  steps: Step[];
};
type Step = Nested | { kind: 'cleared' };

const kind = fc.constantFrom('tick', 'micro', 'promise', 'immediate', 'await', 'timer');

/** Steps that ask for callbacks with steps of their own, so many levels deep. */
function stepsOf(depth: number): fc.Arbitrary<Step[]> {
  const nested = depth === 0 ? fc.constant<Step[]>([]) : stepsOf(depth - 1);
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind, steps: nested }) as fc.Arbitrary<Step> },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'cleared' }) },
  );
  return fc.array(step, { maxLength: 3 });
}

let label = 0;

/** A program that prints the order in which its callbacks are called. */
function write(list: Step[], nextDelay: () => number): string {
  return list
    .map((step): string => {
      label += 1;
      const name = `${step.kind} ${label}`;
      if (step.kind === 'cleared')
        return `clearTimeout(setTimeout(() => console.log('never'), 1));`;
      const body = `console.log('${name}'); ${write(step.steps, nextDelay)}`;
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
          return `setTimeout(() => { ${body} }, ${nextDelay()});`;
      }
    })
    .join(' ');
}

describe('virtual time', () => {
  it('calls callbacks in the order of Node, in programs made at random', async () => {
    const programs = fc.sample(stepsOf(3), { numRuns: 40, seed: 20_260 }).map((list) => {
      let timers = 0;
      label = 0;
      const body = write(list, () => {
        timers += 1;
        return timers > maxTimers ? 10_000 : apart * 2 ** (timers - 1);
      });
      return {
        code: `${body} await new Promise((r) => setTimeout(r, ${apart * 2 ** Math.min(timers, maxTimers)}));`,
      };
    });
    // On a busy machine real timers slip past each other: an order that Node has shown once is one of its own.
    let differing = programs;
    let pairs = await compare(differing);
    expect(pairs.some(({ node }) => node.lines.length > 5)).toBe(true);
    for (let round = 1; round < rounds && pairs.some((pair) => !agree(pair)); round += 1) {
      differing = differing.filter(
        (_program, index) => !pairs.some((pair, at) => at === index && agree(pair)),
      );
      pairs = await compare(differing);
    }
    expect(pairs.filter((pair) => !agree(pair))).toEqual([]);
  }, 120_000);
});
