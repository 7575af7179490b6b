/** @throws {Error} that names what the sandbox does not have. */
export function notAvailable(name: string): never {
  throw Object.assign(
    new Error(`${name} is not available in the sandbox. docs/runtime says what there is.`),
    { code: 'ERR_NOT_AVAILABLE' },
  );
}

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
        notAvailable(`${module}.${key}`);
      };
    },
  });
}
