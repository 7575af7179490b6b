import express, { type Express } from 'express';
import { pool } from './database.ts';
import { charge } from './provider.ts';

const columns = `id, booking_id AS "bookingId", amount_cents AS "amountCents", status, charge_id AS "chargeId"`;

export function createApp(): Express {
  const app = express();
  app.use(express.json());

  app.post('/payments', async (req, res) => {
    const { bookingId, cardToken } = req.body;
    const { rows } = await pool.query('SELECT amount_cents FROM bookings WHERE id = $1', [
      bookingId,
    ]);
    if (!rows[0]) {
      res.status(404).json({ error: { code: 'not_found', message: 'There is no such booking.' } });
      return;
    }
    const amountCents: number = rows[0].amount_cents;
    const chargeId = await charge(bookingId, amountCents, cardToken);
    const inserted = await pool.query(
      `INSERT INTO payments (booking_id, amount_cents, status, charge_id)
       VALUES ($1, $2, 'paid', $3) RETURNING ${columns}`,
      [bookingId, amountCents, chargeId],
    );
    res.status(201).json(inserted.rows[0]);
  });

  app.get('/bookings/:id/payments', async (req, res) => {
    const { rows } = await pool.query(
      `SELECT ${columns} FROM payments WHERE booking_id = $1 ORDER BY created_at`,
      [req.params.id],
    );
    res.json({ payments: rows });
  });

  return app;
}
