export type { PGlite, Transaction } from '@electric-sql/pglite';
export { embedPostgres } from '#embedPostgres.ts';
export { keepDatabase } from '#keepDatabase.ts';
export { keepEmptyDatabase } from '#keepEmptyDatabase.ts';
export { makeDatabase } from '#makeDatabase.ts';
export { writeDatabase } from '#writeDatabase.ts';
export { unpackBackup } from '#unpackBackup.ts';
export { writeBackup } from '#writeBackup.ts';
