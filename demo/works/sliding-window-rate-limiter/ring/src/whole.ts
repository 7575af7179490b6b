/** Throws unless the option is a whole number from 1 to `most`. */
export function whole(option: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return;
  throw new RangeError(`${option} must be a whole number from 1 to ${most}, and is ${value}.`);
}
