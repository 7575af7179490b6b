console.log('\ud800', 'e\u0301', '\u00e9');
export const describe = (given: { name: string; tags: string[] }) => ({
  ...given,
  name: `${given.name}\ud800`.normalize('NFD'),
  count: 2,
});

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
