/**
 * What `import … from 'solution'` gives: names of the solution that runs at the moment, so that they are those
 * of the fresh one after a restart. `import * as` copies the names that there are when the tests are loaded.
 */
export function createNamespace(solution: () => object): object {
  return new Proxy(
    {},
    {
      get: (_target, key): unknown => (key === '__esModule' ? true : Reflect.get(solution(), key)),
      has: (_target, key) => Reflect.has(solution(), key),
      ownKeys: () => Object.keys(solution()),
      getOwnPropertyDescriptor: (_target, key) => ({
        get: (): unknown => Reflect.get(solution(), key),
        enumerable: true,
        configurable: true,
      }),
    },
  );
}
