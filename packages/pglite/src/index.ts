export type { PGlite, Transaction } from '@electric-sql/pglite';
export { embedPostgres } from '#embedPostgres.ts';
export { keepEmptyDatabase } from '#keepEmptyDatabase.ts';
