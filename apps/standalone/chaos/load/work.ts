import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The challenge that everybody works on: it wants no PostgreSQL and is judged in tens of milliseconds. */
export const slug = 'sliding-window-rate-limiter';

/** What is typed stands in a file that nothing imports, so that the verdict stays what the work deserves. */
export const typedFile = 'src/typed.ts';

const sentence =
  'the quick brown fox jumps over the lazy dog and types on as if nothing had happened. ';

/** What somebody types, from one key to before another. */
export function typedText(from: number, to: number): string {
  const rounds = Math.ceil(to / sentence.length);
  return sentence.repeat(rounds).slice(from, to);
}

/** The files of the reference, which pass every test. */
export async function readReference(): Promise<Record<string, string>> {
  const folder = join(import.meta.dirname, '../../../../challenges', slug, 'solution/src');
  const names = await readdir(folder);
  const entries = names.map(
    async (name) => [`src/${name}`, await readFile(join(folder, name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
