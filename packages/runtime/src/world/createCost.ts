/** The `cost` of the world: what work costs the solution, and how that grows with its input. */
import type { GraderHost } from '#grader/protocol.ts';
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Cost, Growth, GrowthOptions, Measure } from '@assay/runtime/world';
import { orderOf } from './growthOrder.ts';

/** The large size, as a multiple of the small one: far enough apart to tell n·log n from n². */
const factor = 8;
/**
 * How often each size is measured: until the CPU looks harmless, or so often at most. The cheapest counts,
 * because whatever disturbs a measurement adds to it.
 */
const leastRounds = 4;
const mostRounds = 12;

/**
 * Systems count CPU in grains of up to so many ms. Real time is finer, and no less than CPU; it is more where
 * the machine was busy, which the cheapest of several measurements was not.
 */
const cpuGrainMs = 10;

const kinds = ['cpuMs', 'queries', 'rows', 'commands', 'virtualMs'] as const;

export function createCost(host: GraderHost): Measure {
  const read = () => JSON.parse(host.usage()) as Cost & { realMs: number };

  async function measure(run: () => unknown): Promise<Cost> {
    const before = read();
    await run();
    const after = read();
    const realMs = Math.max(0, after.realMs - before.realMs);
    const cost = map((kind) => after[kind] - before[kind]);
    return { ...cost, cpuMs: Math.min(realMs, cost.cpuMs + cpuGrainMs) };
  }

  /** The cost of `times` runs with input of size `n`, each with an input of its own. */
  async function measureSize<Prepared>(
    n: number,
    times: number,
    { prepare, run }: GrowthOptions<Prepared>,
  ): Promise<Cost> {
    const inputs: Awaited<Prepared>[] = [];
    for (let time = 0; time < times; time += 1)
      inputs.push((await prepare?.(n)) as Awaited<Prepared>);
    return measure(async () => {
      for (const input of inputs) await run(n, input);
    });
  }

  async function growth<Prepared>(options: GrowthOptions<Prepared>): Promise<Growth> {
    const { size = 200 } = options;
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`A size is a whole number from 1; this is ${size}.`);
    // Once without counting, so that the small size does not pay for compiling what the large one uses.
    await measureSize(size * factor, 1, options);
    let small: Cost | undefined;
    let large: Cost | undefined;
    for (let round = 1; ; round += 1) {
      // As much work in the small size as in the large one: caches and garbage then weigh alike on both.
      small = least(small, perRun(await measureSize(size, factor, options)));
      large = least(large, await measureSize(size * factor, 1, options));
      const order = ordersOf(small, large);
      const harmless = order.cpuMs === 'constant' || order.cpuMs === 'linear';
      if (round >= mostRounds || (round >= leastRounds && harmless))
        return { sizes: [size, size * factor], small, large, order };
    }
  }

  return Object.assign(measure, { growth });
}

function map(change: (kind: keyof Cost) => number): Cost {
  return Object.fromEntries(kinds.map((kind) => [kind, change(kind)])) as Cost;
}

const perRun = (cost: Cost) => map((kind) => cost[kind] / factor);

function least(one: Cost | undefined, other: Cost): Cost {
  return one ? map((kind) => Math.min(one[kind], other[kind])) : other;
}

function ordersOf(small: Cost, large: Cost): Growth['order'] {
  return Object.fromEntries(
    kinds.map((kind) => [kind, orderOf(kind, small[kind], large[kind], factor)]),
  ) as Growth['order'];
}
