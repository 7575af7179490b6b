export const describe = () => JSON.parse('{"__proto__":{"name":"polluted","polluted":true},"constructor":{"prototype":{"polluted":true}}}');
export const mapEach = (list: number[], visit: any) => {
  visit(JSON.parse('{"__proto__":{"polluted":true}}'));
  return list;
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
