import { type Money, parseAmount, writeAmount } from './amount.ts';
import { db, isCurrent } from './db.ts';

type Draft = { customer: string; total: Money };
type Row = {
  id: number;
  customer: string;
  total_cents: string | null;
  currency: string | null;
  /** What an old version has written since the new columns were filled in. */
  newer: string | null;
};

function totalOf({ total_cents: cents, currency, newer }: Omit<Row, 'id' | 'customer'>) {
  if (newer !== null) return parseAmount(newer);
  return cents === null || currency === null ? null : { cents: Number(cents), currency };
}

const present = (row: Row) => ({ id: row.id, customer: row.customer, total: totalOf(row) });

const newer = `CASE WHEN ${isCurrent} THEN NULL ELSE total END AS newer`;

/** Writes everything that any version reads. */
export const transition = {
  async create({ customer, total }: Draft): Promise<number> {
    const { rows } = await db.query(
      `INSERT INTO invoices (customer, total_cents, currency, total, total_seen)
       VALUES ($1, $2, $3, $4, $4) RETURNING id`,
      [customer, total.cents, total.currency, writeAmount(total)],
    );
    return rows[0].id;
  },
  async changeTotal(id: number, total: Money): Promise<boolean> {
    const { rowCount } = await db.query(
      'UPDATE invoices SET total_cents = $2, currency = $3, total = $4, total_seen = $4 WHERE id = $1',
      [id, total.cents, total.currency, writeAmount(total)],
    );
    return rowCount === 1;
  },
  async find(id: number) {
    const { rows } = await db.query<Row>(
      `SELECT id, customer, total_cents, currency, ${newer} FROM invoices WHERE id = $1`,
      [id],
    );
    return rows[0] && present(rows[0]);
  },
  /** One statement, so that both halves see the same moment. After the backfill the second one is short. */
  async sums(): Promise<Record<string, number>> {
    const { rows } = await db.query<Omit<Row, 'id' | 'customer'>>(
      `SELECT currency, sum(total_cents) AS total_cents, NULL AS newer
       FROM invoices WHERE ${isCurrent} GROUP BY currency
       UNION ALL
       SELECT NULL, NULL, total FROM invoices WHERE NOT coalesce(${isCurrent}, false)`,
    );
    const sums: Record<string, number> = {};
    for (const total of rows.map(totalOf))
      if (total) sums[total.currency] = (sums[total.currency] ?? 0) + total.cents;
    return sums;
  },
};

/** Knows no other columns than the new ones. */
export const final = {
  async create({ customer, total }: Draft): Promise<number> {
    const { rows } = await db.query(
      'INSERT INTO invoices (customer, total_cents, currency) VALUES ($1, $2, $3) RETURNING id',
      [customer, total.cents, total.currency],
    );
    return rows[0].id;
  },
  async changeTotal(id: number, { cents, currency }: Money): Promise<boolean> {
    const { rowCount } = await db.query(
      'UPDATE invoices SET total_cents = $2, currency = $3 WHERE id = $1',
      [id, cents, currency],
    );
    return rowCount === 1;
  },
  async find(id: number) {
    const { rows } = await db.query<Row>(
      'SELECT id, customer, total_cents, currency, NULL AS newer FROM invoices WHERE id = $1',
      [id],
    );
    return rows[0] && present(rows[0]);
  },
  async sums(): Promise<Record<string, number>> {
    const { rows } = await db.query<{ currency: string; cents: string }>(
      `SELECT currency, sum(total_cents) AS cents FROM invoices
       WHERE total_cents IS NOT NULL GROUP BY currency`,
    );
    return Object.fromEntries(rows.map(({ currency, cents }) => [currency, Number(cents)]));
  },
};
