export const add = () => Symbol('7');
export const describe = () => () => ({ name: 'x' });
export const sorted = () => [Symbol.iterator, () => 1, class {}];

export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
