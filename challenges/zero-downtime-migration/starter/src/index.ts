import { todaysStore } from './invoices/todaysStore.ts';

export { backfill } from './migration/backfill.ts';
export { contract } from './migration/contract.ts';
export { expand } from './migration/expand.ts';
export { revert } from './migration/revert.ts';
export type { Invoice, InvoiceStore, Money } from './invoices/InvoiceStore.ts';

/** Runs beside the old version, from `expand` on. */
export const transition = todaysStore;

/** Runs beside the transition version, once the old one is gone; and alone after `contract`. */
export const final = todaysStore;
