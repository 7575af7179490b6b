const trap: any = new Proxy(
  {},
  {
    get: (_target, key) => {
      if (key === Symbol.unscopables || key === Symbol.species) return trap;
      throw new Error(`trap ${String(key)}`);
    },
    ownKeys: () => {
      throw new Error('trap');
    },
    getPrototypeOf: () => trap,
  },
);
class Odd extends Promise<unknown> {
  static override get [Symbol.species](): any {
    return function (executor: any) {
      executor(() => {}, () => {});
    };
  }
}
export const later = () => {
  try {
    console.log(trap, { trap }, [trap]);
    console.error('%s %o %j', trap, trap, trap);
  } catch {}
  return new Odd(() => {});
};
export const describe = () => trap;
export const mapEach = (_list: unknown, visit: any) => visit(trap);

export function add(a: number, b: number): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new TypeError('Numbers are added.');
  return a + b;
}
export const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
