/** The longest key that is believed. Real ones have two to twenty characters. */
const maxLength = 100;
/** The key below all others, which the library that makes keys refuses to work with. */
const lowest = `A${'0'.repeat(26)}`;

/**
 * Whether `key` says a place in the order of elements, as the package `fractional-indexing` writes it: a letter
 * that says how many base-62 digits follow, those digits, and a fraction without a zero at its end.
 * The whiteboard throws when it has to place an element beside a key that is none.
 */
export function isOrderKey(key: string): boolean {
  if (key.length > maxLength || key === lowest || !/^[A-Za-z][0-9A-Za-z]+$/.test(key)) return false;
  const whole = wholeLength(key.charCodeAt(0));
  return key.length >= whole && (key.length === whole || !key.endsWith('0'));
}

/** How long the part before the fraction is, its head included. */
function wholeLength(head: number): number {
  const [upperZ, lowerA] = [90, 97];
  return head >= lowerA ? head - lowerA + 2 : upperZ - head + 2;
}
