import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { ApiError } from './http/apiError.ts';
import { answerError } from './http/answerError.ts';
import { findPart } from './parts/stock.ts';
import { confirm } from './reservations/confirm.ts';
import { parseOrder } from './reservations/order.ts';
import { release } from './reservations/release.ts';
import { findReservation } from './reservations/reservation.ts';
import { reserve } from './reservations/reserve.ts';

export function createApp(pool: Pool): Express {
  const app = express();

  app.post('/reservations', express.json(), async (req, res) => {
    res.status(201).json(await reserve(pool, parseOrder(req.body)));
  });
  app.get('/reservations/:id', async (req, res) => {
    res.json(await findReservation(pool, req.params.id));
  });
  app.post('/reservations/:id/confirm', async (req, res) => {
    res.json(await confirm(pool, req.params.id));
  });
  app.delete('/reservations/:id', async (req, res) => {
    res.json(await release(pool, req.params.id));
  });
  app.get('/parts/:id', async (req, res) => {
    res.json(await findPart(pool, req.params.id));
  });

  app.use(() => {
    throw new ApiError('not_found', 'There is nothing here.');
  });
  app.use(answerError);
  return app;
}
