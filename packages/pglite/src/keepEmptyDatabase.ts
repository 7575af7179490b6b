import { keepDatabase } from './keepDatabase.ts';

/**
 * The path of a tar file with the data folder of an empty PostgreSQL.
 * @throws {Error} when it cannot be made or kept here.
 */
export function keepEmptyDatabase(): Promise<string> {
  return keepDatabase('empty', new URL('./makeEmptyDatabase.ts', import.meta.url));
}
