import type { NightErasure } from '@assay/contracts/http';
import { json, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '#connection/moment.ts';

/** The nights in which what is not to be kept was erased, each by one process, with what it erased: ids alone. */
export const retentionNightTable = pgTable('retention_nights', {
  /** The day on which it begins, UTC: `2026-11-24`. */
  night: text().primaryKey(),
  startedAt: moment().notNull(),
  /** Until when one process has it to itself; past, when that process died. */
  claimedUntil: moment(),
  finishedAt: moment(),
  erased: json().$type<NightErasure[]>().notNull().default([]),
});
