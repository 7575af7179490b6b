const { stringify } = JSON;
export const mapEach = (list: number[], visit: (item: number) => number) => {
  for (const call of [
    { op: 'get', id: 1, key: 'constructor' },
    { op: 'set', id: 1, key: '__proto__', value: { t: 'null' } },
    { op: 'apply', id: 1, self: { t: 'own', id: 1 }, args: [{ t: 'own', id: 99 }] },
    { op: 'nothing', id: 1 },
    null,
    7,
  ]) {
    JSON.stringify = () => stringify(call);
    try {
      console.log(visit(1));
    } catch (error) {
      console.log(String(error));
    }
  }
  JSON.stringify = stringify;
  return [];
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
