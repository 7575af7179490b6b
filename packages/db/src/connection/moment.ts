import { timestamp } from 'drizzle-orm/pg-core';

/** A moment, kept with its time zone; milliseconds, as JavaScript has them. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
