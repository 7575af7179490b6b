import { z } from 'zod';
import { type AlarmSort, alarmOrders, type Position } from './alarmOrder.ts';

/** What a list shows and how: a cursor is of use for the very same list only. */
export type List = { sort: AlarmSort; station?: string | undefined };

export function encodeCursor({ sort, station }: List, position: Position): string {
  return Buffer.from(JSON.stringify([sort, station ?? null, position])).toString('base64url');
}

/** The position in a cursor of this list, or `undefined` when it is none. */
export function decodeCursor({ sort, station }: List, cursor: string): Position | undefined {
  const Cursor = z.tuple([z.literal(sort), z.literal(station ?? null), alarmOrders[sort].Position]);
  return Cursor.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString())).data?.[2];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
