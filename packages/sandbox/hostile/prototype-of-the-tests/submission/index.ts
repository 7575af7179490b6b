export const mapEach = (list: number[], visit: any) => {
  for (const change of [
    () => (visit.__proto__.call = () => 7),
    () => (visit.__proto__.apply = () => 7),
    () => (visit.__proto__ = null),
    () => Object.setPrototypeOf(visit, null),
    () => Object.defineProperty(visit, 'mock', { value: 1 }),
    () => visit.__defineGetter__('mock', () => 1),
    () => (visit.prototype.toString = () => 'x'),
  ]) {
    try {
      change();
    } catch {}
  }
  return list.map((item) => visit(item) + 1);
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
