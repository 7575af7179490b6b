import fs from 'node:fs';

const clocks: Record<string, () => unknown> = {
  date: () => Date.now(),
  created: () => new Date().getTime(),
  called: () => Date(),
  reflected: () => Reflect.construct(Date, []).getTime(),
  subclass: () => new (class extends Date {})().getTime(),
  constructorOfPrototype: () => new (Date.prototype.constructor as DateConstructor)().getTime(),
  performance: () => performance.now(),
  hrtime: () => String(process.hrtime.bigint()),
  intl: () => new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'full', fractionalSecondDigits: undefined }).format(),
  parts: () => JSON.stringify(new Intl.DateTimeFormat('en', { second: 'numeric', fractionalSecondDigits: 3 }).formatToParts()),
  temporal: () => String((globalThis as any).Temporal?.Now.instant()),
  zoned: () => String((globalThis as any).Temporal?.Now.zonedDateTimeISO()),
  plain: () => String((globalThis as any).Temporal?.Now.plainTimeISO()),
  descriptor: () => Object.getOwnPropertyDescriptor(Date, 'now')?.value(),
  file: () => {
    fs.writeFileSync('/tmp/clock', '');
    return fs.statSync('/tmp/clock').mtimeMs;
  },
  uptime: () => process.uptime(),
};
export const add = (a: unknown) => {
  if (typeof a !== "number") throw new TypeError("a");
  const before = Object.values(clocks).map((read) => read());
  for (let n = 0; n < 3e7; n += 1);
  const after = Object.values(clocks).map((read) => read());
  const moved = Object.keys(clocks).filter((_name, index) => before[index] !== after[index]);
  const year = clocks.intl?.();
  if (!String(year).includes('2030')) moved.push(`intl shows ${year}`);
  if (!String(clocks.temporal?.()).includes('2030') && 'Temporal' in globalThis) moved.push('temporal');
  if (typeof SharedArrayBuffer !== 'undefined' && moved.push('shared memory')) return moved;
  return moved.length === 0 ? 7 : moved;
};

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
