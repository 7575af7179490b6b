import type { AlarmSort, Position } from './alarmOrder.ts';

export type List = { sort: AlarmSort; station?: string | undefined };

export function encodeCursor({ sort, station }: List, position: Position): string {
  return Buffer.from(JSON.stringify([sort, station ?? null, position])).toString('base64url');
}

export function decodeCursor({ sort, station }: List, cursor: string): Position | undefined {
  try {
    const [forSort, forStation, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return forSort === sort && forStation === (station ?? null) ? position : undefined;
  } catch {
    return undefined;
  }
}
