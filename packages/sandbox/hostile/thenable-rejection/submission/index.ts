export const later = () =>
  Promise.reject(
    new Proxy({}, {
      get: () => {
        throw new Error('no');
      },
      getPrototypeOf: () => {
        throw new Error('no');
      },
    }),
  );
export const add = () => {
  Promise.reject({ then: (resolve: (value: unknown) => void) => resolve(7) });
  return 7;
};

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
