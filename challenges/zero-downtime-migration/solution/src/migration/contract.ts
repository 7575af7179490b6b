import { changeSchema, hasOldColumn, pool } from '../database.ts';
import { dropAmountFunctions } from './amounts.ts';
import { dropSynchronisation } from './synchronise.ts';

const dropCheck = 'ALTER TABLE invoices DROP CONSTRAINT IF EXISTS total_is_known';

/**
 * Makes the new columns mandatory and takes the old one away.
 * @throws {Error} when an amount would be lost with it; then nothing has changed.
 */
export async function contract(): Promise<void> {
  if (!(await hasOldColumn())) return;
  const { rows } = await pool.query<{ missing: string }>(
    'SELECT count(*) AS missing FROM invoices WHERE total_cents IS NULL',
  );
  const missing = Number(rows[0]?.missing);
  if (missing > 0)
    throw new Error(
      `${missing} invoices have no amount in the new columns. Run the backfill, and mend what it names.`,
    );
  // Checked under a lock that lets others read and write; with it, SET NOT NULL need not read the table.
  await changeSchema([
    dropCheck,
    `ALTER TABLE invoices ADD CONSTRAINT total_is_known
       CHECK (total_cents IS NOT NULL AND currency IS NOT NULL) NOT VALID`,
  ]);
  await pool.query('ALTER TABLE invoices VALIDATE CONSTRAINT total_is_known');
  await changeSchema([
    'ALTER TABLE invoices ALTER COLUMN total_cents SET NOT NULL, ALTER COLUMN currency SET NOT NULL',
    dropCheck,
    ...dropSynchronisation,
    'ALTER TABLE invoices DROP COLUMN total',
    ...dropAmountFunctions,
  ]);
}
