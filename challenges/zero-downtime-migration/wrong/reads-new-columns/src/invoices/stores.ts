import { createStore } from './createStore.ts';

/** The trigger and the backfill fill both columns, so nothing but them has to be read. */
export const transition = createStore({ cents: 'total_cents', currency: 'currency' });

export const final = transition;
