console.log('\u202egnissap\u202c', '\u001b[2J\u001b]0;passed\u0007', '<script>alert(1)</script>');
export const add = () => '\u202e7';

export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
