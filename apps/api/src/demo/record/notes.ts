import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Notes = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ weak: z.array(z.string()), fair: z.array(z.string()), strong: z.array(z.string()) }),
  ),
);
const notes = Notes.parse(
  parse(readFileSync(new URL('../../../../../demo/notes.yaml', import.meta.url), 'utf8')),
);

/** What somebody writes under a level of a criterion of a challenge or a kit; `turn` tells people who write about the same apart. */
export function noteFor(of: string, criterion: string, level: number, turn: number): string {
  const kind = level < 2.5 ? 'weak' : level < 3.5 ? 'fair' : 'strong';
  const said = notes[of]?.[criterion]?.[kind] ?? [];
  const note = said[turn % Math.max(1, said.length)];
  if (note === undefined) throw new Error(`There is no note on ${of}/${criterion}.`);
  return note;
}
