import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { findPart } from './parts/findPart.ts';
import { reserve } from './parts/reserve.ts';

export function createApp(pool: Pool): Express {
  const app = express();
  app.use(express.json());

  app.get('/parts/:id', async (req, res) => {
    res.json(await findPart(pool, req.params.id));
  });

  app.post('/reservations', async (req, res) => {
    const reservation = await reserve(pool, req.body);
    if (reservation) res.status(201).json(reservation);
    else res.status(409).json({ error: { code: 'insufficient_stock', message: 'Not enough.' } });
  });

  return app;
}
