import { changeSchema, hasOldColumn } from '../database.ts';
import { dropAmountFunctions } from './amounts.ts';
import { dropSynchronisation } from './synchronise.ts';

/** Makes the new columns mandatory and takes the old one away. What is still empty counts as nothing. */
export async function contract(): Promise<void> {
  if (!(await hasOldColumn())) return;
  await changeSchema([
    ...dropSynchronisation,
    `UPDATE invoices SET total_cents = 0, currency = 'EUR' WHERE total_cents IS NULL`,
    'ALTER TABLE invoices ALTER COLUMN total_cents SET NOT NULL, ALTER COLUMN currency SET NOT NULL',
    'ALTER TABLE invoices DROP COLUMN total',
    ...dropAmountFunctions,
  ]);
}
