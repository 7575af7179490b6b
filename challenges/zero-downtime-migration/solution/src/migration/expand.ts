import { changeSchema } from '../database.ts';
import { createAmountFunctions } from './amounts.ts';
import { createSynchronisation } from './synchronise.ts';

/** Adds columns that may be empty, which takes a moment whatever the size of the table, and keeps them right. */
export async function expand(): Promise<void> {
  await changeSchema([
    `ALTER TABLE invoices
       ADD COLUMN IF NOT EXISTS total_cents bigint,
       ADD COLUMN IF NOT EXISTS currency text`,
    ...createAmountFunctions,
    ...createSynchronisation,
  ]);
}
