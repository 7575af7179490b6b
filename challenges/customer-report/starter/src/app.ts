import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { reportCustomers } from './reports/reportCustomers.ts';

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/reports/customers', async (req, res) => {
    const { from, to, country, limit = '50', offset = '0' } = req.query;
    if (typeof from !== 'string' || typeof to !== 'string') {
      res.status(400).json({ error: { parameter: 'from', message: 'from and to are required' } });
      return;
    }
    res.json(
      await reportCustomers(pool, {
        from,
        to,
        country: typeof country === 'string' ? country : undefined,
        limit: Number(limit),
        offset: Number(offset),
      }),
    );
  });

  return app;
}
