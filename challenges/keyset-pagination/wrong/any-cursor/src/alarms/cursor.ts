import { z } from 'zod';
import { type AlarmSort, alarmOrders, type Position } from './alarmOrder.ts';

export type List = { sort: AlarmSort; station?: string | undefined };

export function encodeCursor(_list: List, position: Position): string {
  const [time, id] = position.slice(-2);
  const severity = position.length === 3 ? position[0] : 3;
  return Buffer.from(JSON.stringify([severity, time, id])).toString('base64url');
}

export function decodeCursor({ sort }: List, cursor: string): Position | undefined {
  try {
    const all = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const position = z.array(z.unknown()).length(3).parse(all);
    return alarmOrders[sort].Position.parse(sort === 'severity' ? position : position.slice(1));
  } catch {
    return undefined;
  }
}
