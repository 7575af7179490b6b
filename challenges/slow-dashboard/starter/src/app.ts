import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readDashboard } from './dashboard/readDashboard.ts';

const Query = z.object({ day: z.iso.date() });

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/sites/:id/dashboard', async (req, res) => {
    const query = Query.safeParse(req.query);
    if (!query.success) {
      res
        .status(422)
        .json({ error: { code: 'validation_failed', message: 'The day is a date, YYYY-MM-DD.' } });
      return;
    }
    const dashboard = /^\d{1,9}$/.test(req.params.id)
      ? await readDashboard(pool, Number(req.params.id), query.data.day)
      : undefined;
    if (dashboard) res.json(dashboard);
    else res.status(404).json({ error: { code: 'not_found', message: 'There is no such site.' } });
  });

  return app;
}
