import { InvalidArgumentError } from 'commander';

/** Seeds are 32 bits. */
const maxSeed = 2 ** 32 - 1;

/** @throws {InvalidArgumentError} */
export function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= maxSeed) return seed;
  throw new InvalidArgumentError(`A seed is a whole number from 0 to ${maxSeed}.`);
}
