import { createStore } from './createStore.ts';

const columns = { cents: 'total_cents', currency: 'currency' };

/** PostgreSQL computes the new columns from the old one. */
export const transition = createStore(columns, { writesTotal: true });

export const final = createStore(columns);
