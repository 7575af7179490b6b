/**
 * The trigger that keeps old and new columns one amount, whoever writes. It is what lets the versions run side by
 * side: a version that knows nothing of the other's columns cannot keep them right itself.
 */
export const createSynchronisation = [
  `CREATE OR REPLACE FUNCTION synchronise_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF (TG_OP = 'INSERT' AND NEW.total_cents IS NULL)
        OR (TG_OP = 'UPDATE' AND NEW.total <> OLD.total) THEN
       NEW.total_cents := invoice_cents(NEW.total);
       NEW.currency := invoice_currency(NEW.total);
     ELSIF NEW.total_cents IS NOT NULL
           AND (NEW.total_cents, NEW.currency)
               IS DISTINCT FROM (invoice_cents(NEW.total), invoice_currency(NEW.total)) THEN
       NEW.total := invoice_total(NEW.total_cents, NEW.currency);
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE OR REPLACE TRIGGER synchronise BEFORE INSERT OR UPDATE ON invoices
   FOR EACH ROW EXECUTE FUNCTION synchronise_invoice()`,
];

export const dropSynchronisation = [
  'DROP TRIGGER IF EXISTS synchronise ON invoices',
  'DROP FUNCTION IF EXISTS synchronise_invoice()',
];
