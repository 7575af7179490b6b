import { changeSchema } from '../database.ts';
import { createAmountFunctions } from './amounts.ts';

/** Adds columns that may be empty. The new versions write them, and the backfill fills in the rest. */
export async function expand(): Promise<void> {
  await changeSchema([
    `ALTER TABLE invoices
       ADD COLUMN IF NOT EXISTS total_cents bigint,
       ADD COLUMN IF NOT EXISTS currency text,
       ALTER COLUMN total SET DEFAULT ''`,
    ...createAmountFunctions,
  ]);
}
