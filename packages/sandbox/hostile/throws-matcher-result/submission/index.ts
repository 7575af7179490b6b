export function describe() {
  const error = new Error('');
  error.name = 'JestAssertionError';
  throw Object.assign(error, {
    matcherResult: {
      pass: true,
      expected: 1,
      get actual() {
        throw new Error('once more');
      },
    },
  });
}

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
