const where = String(process.env.WHERE);
export const later = () => import(`../../../../etc/${where}.conf`);
export const sorted = () => require('./' + where + '.json');

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const describe = (given: { tags: string[] }) => ({ ...given, count: given.tags.length });
export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
