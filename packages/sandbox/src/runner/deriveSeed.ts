/** Who draws random numbers in a run. `solution` is counted: each start of it draws others. */
const drawers = { loop: 1, grader: 2, postgres: 3, solution: 4 } as const;

/**
 * The seed of one drawer, 32 bits. Drawers are kept apart so that a solution cannot foresee what the tests
 * draw, and a restarted one does not make the same ids again; neighbouring seeds of a run are spread, because
 * a generator's first draws are as close as its seeds. Source of the mixing: MurmurHash3, fmix32.
 */
export function deriveSeed(seed: number, drawer: keyof typeof drawers, start = 0): number {
  let mixed = seed ^ Math.imul(drawers[drawer] + start, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
