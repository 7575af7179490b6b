import { hasOldColumn, pool } from '../database.ts';
import { dropAmountFunctions } from './amounts.ts';
import { dropSynchronisation } from './synchronise.ts';

/** Makes the new columns mandatory and takes the old one away, each in a moment. */
export async function contract(): Promise<void> {
  if (!(await hasOldColumn())) return;
  const statements = [
    'ALTER TABLE invoices ALTER COLUMN total_cents SET NOT NULL, ALTER COLUMN currency SET NOT NULL',
    ...dropSynchronisation,
    'ALTER TABLE invoices DROP COLUMN total',
    ...dropAmountFunctions,
  ];
  for (const statement of statements) await pool.query(statement);
}
