/**
 * A module that has only what `available` holds. Reading anything else gives a function that throws an
 * error with the name of what is missing, so that a library may load as long as it does not use it.
 */
export function unavailable<T extends object>(module: string, available: T): T {
  return new Proxy(available, {
    get(target, key, receiver) {
      if (
        typeof key === 'symbol' ||
        key in target ||
        key === '__esModule' ||
        key === 'then' ||
        key === 'default'
      ) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      return function missing() {
        throw Object.assign(new Error(`${module}.${key} is not available here.`), {
          code: 'ERR_NOT_AVAILABLE',
        });
      };
    },
  });
}
