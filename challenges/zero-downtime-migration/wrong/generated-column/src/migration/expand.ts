import { changeSchema } from '../database.ts';
import { createAmountFunctions } from './amounts.ts';

/** Adds columns that PostgreSQL computes from the old one, whoever writes it: there is nothing to keep in step. */
export async function expand(): Promise<void> {
  await changeSchema([
    ...createAmountFunctions,
    `ALTER TABLE invoices
       ADD COLUMN IF NOT EXISTS total_cents bigint GENERATED ALWAYS AS (invoice_cents(total)) STORED,
       ADD COLUMN IF NOT EXISTS currency text GENERATED ALWAYS AS (invoice_currency(total)) STORED`,
  ]);
}
