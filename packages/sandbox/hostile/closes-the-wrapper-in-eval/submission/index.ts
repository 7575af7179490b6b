export const add = () => {
  for (const text of ['}) ; globalThis.escaped = 1; (function () {', '*/ globalThis.escaped = 1 /*', '\u2028}) (globalThis.escaped = 1)', '`}`//']) {
    try {
      (0, eval)(text);
    } catch {}
    try {
      new Function(text)();
    } catch {}
  }
  return 'escaped' in globalThis ? 8 : 9;
};

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
