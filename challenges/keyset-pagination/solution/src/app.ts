import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { listAlarms } from './alarms/listAlarms.ts';
import { parseListQuery } from './alarms/listQuery.ts';

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/alarms', async (req, res) => {
    const parsed = parseListQuery(req.query);
    if (parsed.ok) res.json(await listAlarms(pool, parsed.query));
    else res.status(400).json({ error: parsed.refused });
  });

  return app;
}
