import { backfill, expand, type Invoice, type InvoiceStore } from 'solution';
import { postgres, restart } from 'world';

/** The table as it is today, with so many invoices, whose ids are 1, 2, 3, …; and a fresh process. */
export async function setUp(invoices: number): Promise<void> {
  await postgres.query('SELECT office.set_up($1::int)', [invoices]);
  await restart();
}

/** The version that runs today: these are its statements, and it knows no others. */
export const old = {
  async create(customer: string, total: string): Promise<number> {
    const [row] = await postgres.query(
      'INSERT INTO invoices (customer, total) VALUES ($1, $2) RETURNING id',
      [customer, total],
    );
    return Number(row?.['id']);
  },
  async change(id: number, total: string): Promise<void> {
    await postgres.query('UPDATE invoices SET total = $2 WHERE id = $1', [id, total]);
  },
  async read(id: number): Promise<string> {
    const [row] = await postgres.query('SELECT customer, total FROM invoices WHERE id = $1', [id]);
    return String(row?.['total']);
  },
};

/** What the amounts of all invoices add up to, as the old version has written them. */
export async function writtenSums(): Promise<Record<string, number>> {
  const rows = await postgres.query('SELECT total FROM invoices');
  const sums: Record<string, number> = {};
  for (const { total } of rows) {
    const [amount = '', currency = ''] = String(total).trim().split(' ');
    const cents = Math.round(Number(amount.replace(',', '.')) * 100);
    if (Number.isFinite(cents)) sums[currency] = (sums[currency] ?? 0) + cents;
  }
  return sums;
}

export const euros = (cents: number) => ({ cents, currency: 'EUR' });

export async function totalOf(store: InvoiceStore, id: number): Promise<Invoice['total']> {
  const invoice = await store.find(id);
  return invoice ? invoice.total : null;
}

export const pause = (ms: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

/** A backfill that comes to an end, in a time that is enough for any of these tables. */
export async function fill(): Promise<number[]> {
  const unreadable = await Promise.race([backfill(), pause(30_000)]);
  if (!unreadable) throw new Error('The backfill has not ended after 30 seconds.');
  return unreadable;
}

export const isRefused = (step: Promise<void>): Promise<boolean> =>
  step.then(
    () => false,
    () => true,
  );

/** The way to where the final version may run: the old one has gone, and the backfill has caught up with it. */
export async function migrate(): Promise<void> {
  await expand();
  await fill();
}

/** The table's columns: name, type, and whether it may be empty. */
export async function columns(): Promise<string[]> {
  const rows = await postgres.query(
    `SELECT attname || ' ' || format_type(atttypid, NULL) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END AS text
     FROM pg_attribute WHERE attrelid = 'invoices'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1`,
  );
  return rows.map(({ text }) => String(text));
}

export const columnsBefore = [
  'customer text NOT NULL',
  'id integer NOT NULL',
  'total text NOT NULL',
];
export const columnsAfter = [
  'currency text NOT NULL',
  'customer text NOT NULL',
  'id integer NOT NULL',
  'total_cents bigint NOT NULL',
];

/** Triggers on the table beside the auditors', and constraints beside the primary key and what may not be empty. */
export async function attached(): Promise<string[]> {
  const rows = await postgres.query(
    `SELECT tgname AS name FROM pg_trigger
     WHERE tgrelid = 'invoices'::regclass AND NOT tgisinternal AND tgname <> 'audit'
     UNION ALL
     SELECT conname FROM pg_constraint
     WHERE conrelid = 'invoices'::regclass AND contype NOT IN ('p', 'n')`,
  );
  return rows.map(({ name }) => String(name));
}

/** Another file than before means that the table was written anew, under a lock that stops everybody. */
export async function tableFile(): Promise<unknown> {
  const [row] = await postgres.query(`SELECT pg_relation_filenode('invoices') AS file`);
  return row?.['file'];
}

/** What the auditors saw: invoices changed in each transaction, and when it began, in ms. */
export async function changes(): Promise<{ invoices: number; atMs: number }[]> {
  const rows = await postgres.query(
    `SELECT sum(invoices)::int AS invoices, extract(epoch FROM min(at)) * 1000 AS ms
     FROM office.changes WHERE invoices > 0 GROUP BY transaction ORDER BY min(n)`,
  );
  return rows.map(({ invoices, ms }) => ({ invoices: Number(invoices), atMs: Number(ms) }));
}

export async function changedInvoices(): Promise<number> {
  return (await changes()).reduce((sum, { invoices }) => sum + invoices, 0);
}
