/** What a piece of work cost the solution. */
export type Cost = {
  /** CPU of the solution, ms. Measured, so it differs a little from run to run. */
  cpuMs: number;
  /** SQL statements, and the rows that they gave. */
  queries: number;
  rows: number;
  /** Redis commands. */
  commands: number;
  /** Virtual time that passed, ms. */
  virtualMs: number;
};

/** How a cost grows with the size of the input. What grows like n·log n counts as linear. */
export type Order = 'constant' | 'linear' | 'quadratic' | 'worse';

export type Growth = {
  /** The two sizes, and what each cost. */
  sizes: [small: number, large: number];
  small: Cost;
  large: Cost;
  /** How each cost grows from the small size to the large one. */
  order: { [Kind in keyof Cost]: Order };
};

export type GrowthOptions<Prepared> = {
  /** The small size; the large one is eight times that. Large enough that the work dominates: 200 unless given. */
  size?: number;
  /** Makes what `run` needs for input of size `n`; does not count. */
  prepare?: (n: number) => Prepared | Promise<Prepared>;
  /** The work. It is done several times for each size. */
  run: (n: number, prepared: Awaited<Prepared>) => unknown;
};

export type Measure = {
  /** What `run` costs the solution. */
  (run: () => unknown): Promise<Cost>;
  /** How the cost of `run` grows between a size and eight times that size. */
  growth<Prepared = undefined>(options: GrowthOptions<Prepared>): Promise<Growth>;
};

declare global {
  namespace jest {
    interface Matchers<R> {
      /** Of a Growth: that no cost grows faster, or not the one that is named. */
      toGrowAtMost(order: Order, kind?: keyof Cost): R;
    }
  }
}
