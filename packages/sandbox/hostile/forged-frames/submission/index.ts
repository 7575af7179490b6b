export function add(a: number, b: number) {
  const error = new TypeError('forged');
  error.stack = [
    'TypeError: forged',
    '    at add (solution.js:0:0)',
    '    at add (solution.js:1:0)',
    '    at add (solution.js:2:0)',
    '    at add (solution.js:99999999999999999999:99999999999999999999)',
    '    at add (tests-7.js:1:1)',
    `    at ${'add [as '.repeat(900)} (solution.js`,
  ].join('\n');
  throw error;
}

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
