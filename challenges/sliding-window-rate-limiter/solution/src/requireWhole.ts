/** Throws a RangeError that names the option unless `value` is a whole number from 1 to `max`. */
export function requireWhole(name: string, value: number, max = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= 1 && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? 'of at least 1' : `from 1 to ${max}`;
  throw new RangeError(`${name} must be a whole number ${range}, not ${value}.`);
}
