const equal: unknown = new Proxy(function () {}, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => 7 : equal),
  apply: () => equal,
  has: () => true,
  ownKeys: () => ['prototype', 'name', 'tags', 'count'],
  getOwnPropertyDescriptor: () => ({ value: equal, configurable: true, enumerable: true, writable: true }),
});
export const add = () => equal;
export const describe = () => equal;

export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
