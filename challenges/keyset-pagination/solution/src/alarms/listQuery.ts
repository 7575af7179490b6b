import { z } from 'zod';
import { alarmOrders, type AlarmSort, type Position } from './alarmOrder.ts';
import { decodeCursor, type List } from './cursor.ts';

export type ListQuery = List & {
  limit: number;
  /** Where the page lies; without one, it is the first. */
  from?: { direction: 'after' | 'before'; position: Position };
};
type Refused = { parameter: string; message: string };

const Parameters = z.object({
  station: z.string().min(1).optional(),
  sort: z.enum(Object.keys(alarmOrders) as AlarmSort[]).default('newest'),
  limit: z
    .string()
    .regex(/^\d+$/, 'This is not a whole number.')
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .default(25),
  after: z.string().optional(),
  before: z.string().optional(),
});

export function parseListQuery(
  input: unknown,
): { ok: true; query: ListQuery } | { ok: false; refused: Refused } {
  const parameters = Parameters.safeParse(input);
  if (!parameters.success) {
    const [issue] = parameters.error.issues;
    return refuse(String(issue?.path[0]), String(issue?.message));
  }

  const { after, before, ...list } = parameters.data;
  if (after === undefined && before === undefined) return { ok: true, query: list };
  if (after !== undefined && before !== undefined) {
    return refuse('before', 'Give either after or before.');
  }

  const direction = after === undefined ? 'before' : 'after';
  const position = decodeCursor(list, after ?? before ?? '');
  return position
    ? { ok: true, query: { ...list, from: { direction, position } } }
    : refuse(direction, 'This is not a cursor of this list.');
}

function refuse(parameter: string, message: string): { ok: false; refused: Refused } {
  return { ok: false, refused: { parameter, message } };
}
