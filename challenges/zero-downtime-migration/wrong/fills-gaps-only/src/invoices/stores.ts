import { createStore } from './createStore.ts';

/** An invoice that has not been filled in yet is read as old versions wrote it. */
export const transition = createStore(
  {
    cents: 'coalesce(total_cents, invoice_cents(total))',
    currency: 'coalesce(currency, invoice_currency(total))',
  },
  { writesBoth: true },
);

export const final = createStore({ cents: 'total_cents', currency: 'currency' });
