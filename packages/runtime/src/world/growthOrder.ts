// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Cost, Growth, Order } from '@assay/runtime/world';

const orders = ['constant', 'linear', 'quadratic', 'worse'] as const satisfies Order[];

/** Up to which power of the size each order goes; half-way to the next, where no measurement strays by accident. */
const bounds: [Order, number][] = [
  ['constant', 0.4],
  ['linear', 1.5],
  ['quadratic', 2.5],
];

/** What is too small to be measured, or to matter. */
const floors: { [Kind in keyof Cost]: number } = {
  cpuMs: 0.1,
  queries: 1,
  rows: 1,
  commands: 1,
  virtualMs: 1,
};

/** How a cost grew when its input grew by `factor`. */
export function orderOf(kind: keyof Cost, small: number, large: number, factor: number): Order {
  const floor = floors[kind];
  const power = Math.log(Math.max(large, floor) / Math.max(small, floor)) / Math.log(factor);
  return bounds.find(([, bound]) => power < bound)?.[0] ?? 'worse';
}

const names: { [Kind in keyof Cost]: string } = {
  cpuMs: 'CPU',
  queries: 'The number of SQL statements',
  rows: 'The number of rows from SQL',
  commands: 'The number of Redis commands',
  virtualMs: 'The time',
};

const words: Record<Order, string> = {
  constant: 'not at all',
  linear: 'in proportion to the input',
  quadratic: 'with the square of the input',
  worse: 'faster than the square of the input',
};

/** Jest's matcher on a Growth. Its message holds no measured number, so that a verdict repeats itself. */
export function toGrowAtMost(growth: Growth, most: Order, kind?: keyof Cost) {
  const kinds = kind ? [kind] : (Object.keys(names) as (keyof Cost)[]);
  const tooFast = kinds.filter((name) => orders.indexOf(growth.order[name]) > orders.indexOf(most));
  const shown = (tooFast.length > 0 ? tooFast : kinds).map(
    // How much faster CPU grows is measured, and a verdict has to repeat itself.
    (name) =>
      `${names[name]} grows ${name === 'cpuMs' && tooFast.length > 0 ? 'faster' : words[growth.order[name]]}.`,
  );
  return {
    pass: tooFast.length === 0,
    message: () =>
      `From ${growth.sizes[0]} to ${growth.sizes[1]}, it ${tooFast.length > 0 ? 'may' : 'was not to'} grow at most ${words[most]}. ${shown.join(' ')}`,
  };
}
