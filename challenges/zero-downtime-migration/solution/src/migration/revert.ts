import { changeSchema, hasOldColumn } from '../database.ts';
import { dropAmountFunctions } from './amounts.ts';
import { dropSynchronisation } from './synchronise.ts';

/**
 * Undoes `expand`. Amounts of the transition version are in the old column already.
 * @throws {Error} after `contract`, when there is nothing to go back to.
 */
export async function revert(): Promise<void> {
  if (!(await hasOldColumn()))
    throw new Error('The old column is gone: there is no way back from contract.');
  await changeSchema([
    ...dropSynchronisation,
    `ALTER TABLE invoices
       DROP COLUMN IF EXISTS total_cents,
       DROP COLUMN IF EXISTS currency`,
    ...dropAmountFunctions,
  ]);
}
