import { changeSchema } from '../database.ts';
import { createAmountFunctions } from './amounts.ts';

/** Puts the amounts where they belong, in one transaction, so that nobody sees anything in between. */
export async function expand(): Promise<void> {
  await changeSchema([
    ...createAmountFunctions,
    `ALTER TABLE invoices
       ADD COLUMN IF NOT EXISTS total_cents bigint,
       ADD COLUMN IF NOT EXISTS currency text`,
    'UPDATE invoices SET total_cents = invoice_cents(total), currency = invoice_currency(total)',
    'ALTER TABLE invoices RENAME COLUMN total TO old_total',
    'ALTER TABLE invoices ALTER COLUMN old_total DROP NOT NULL',
  ]);
}
