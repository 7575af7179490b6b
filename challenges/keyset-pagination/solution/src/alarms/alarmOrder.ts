import { z } from 'zod';

/** As PostgreSQL prints it in UTC: a Date of JavaScript would lose the microseconds. */
const ExactTime = z.iso.datetime({ precision: 6 });
const Id = z.int32().min(1);

/**
 * What each order sorts by, largest first. The id is last in every one, so that no two alarms are equal.
 * `Position` is the value of these columns for one alarm: a place in the list that nothing can move.
 */
export const alarmOrders = {
  newest: {
    columns: ['raised_at', 'id'],
    Position: z.tuple([ExactTime, Id]),
  },
  severity: {
    columns: ['severity', 'raised_at', 'id'],
    Position: z.tuple([z.int().min(1).max(5), ExactTime, Id]),
  },
} as const;

export type AlarmSort = keyof typeof alarmOrders;
export type Position = z.infer<(typeof alarmOrders)[AlarmSort]['Position']>;
