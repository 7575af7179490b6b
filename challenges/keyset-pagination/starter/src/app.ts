import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { listAlarms } from './alarms/listAlarms.ts';

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/alarms', async (req, res) => {
    const { station, sort = 'newest', limit = '25', after } = req.query;
    res.json(
      await listAlarms(pool, {
        station: typeof station === 'string' ? station : undefined,
        sort: typeof sort === 'string' ? sort : 'newest',
        limit: Number(limit),
        offset: after === undefined ? 0 : Number(after),
      }),
    );
  });

  return app;
}
