/** @throws {RangeError} unless `value` is a whole number of at least `least`. */
export function requireWhole(option: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${option} must be a whole number from ${least}; it is ${value}.`);
  }
}
