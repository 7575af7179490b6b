import { changeSchema, hasOldColumn } from '../database.ts';
import { dropAmountFunctions } from './amounts.ts';

/** Makes the new columns ordinary, mandatory ones, and takes the old one away. */
export async function contract(): Promise<void> {
  if (!(await hasOldColumn())) return;
  await changeSchema([
    `ALTER TABLE invoices
       ALTER COLUMN total_cents DROP EXPRESSION, ALTER COLUMN total_cents SET NOT NULL,
       ALTER COLUMN currency DROP EXPRESSION, ALTER COLUMN currency SET NOT NULL`,
    'ALTER TABLE invoices DROP COLUMN total',
    ...dropAmountFunctions,
  ]);
}
