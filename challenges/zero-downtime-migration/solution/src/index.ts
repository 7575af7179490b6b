export { final, transition } from './invoices/stores.ts';
export type { Invoice, InvoiceStore, Money } from './invoices/InvoiceStore.ts';
export { backfill } from './migration/backfill.ts';
export { contract } from './migration/contract.ts';
export { expand } from './migration/expand.ts';
export { revert } from './migration/revert.ts';
