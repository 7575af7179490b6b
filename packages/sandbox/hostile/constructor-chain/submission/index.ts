const reached: unknown[] = [];
const attack = (value: any) => {
  try {
    const own = value.constructor.constructor('return process')();
    if (own !== process || own.binding || own.mainModule || own.dlopen) reached.push(own);
  } catch {}
};
export const add = (...args: unknown[]) => {
  args.forEach(attack);
  attack(add);
  return reached.length;
};
export const describe = (given: any) => {
  [given, given.tags, given.name, Object.keys(given)].forEach(attack);
  return reached.length;
};

export const mapEach = <T, U>(list: T[], visit: (item: T) => U) => list.map((item) => visit(item));
export const later = <T>(value: T, ms: number) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
