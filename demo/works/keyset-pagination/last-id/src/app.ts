import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { listAlarms } from './alarms/listAlarms.ts';

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/alarms', async (req, res) => {
    const { station, sort = 'newest', limit = '25', after } = req.query;
    const count = Number(limit);
    if (!Number.isInteger(count) || count < 1 || count > 100) {
      res.status(400).json({ error: { parameter: 'limit', message: 'limit is 1 to 100' } });
      return;
    }
    if (sort !== 'newest' && sort !== 'severity') {
      res.status(400).json({ error: { parameter: 'sort', message: 'unknown sort' } });
      return;
    }
    res.json(
      await listAlarms(pool, {
        station: typeof station === 'string' ? station : undefined,
        sort: String(sort),
        limit: count,
        after: typeof after === 'string' ? after : undefined,
      }),
    );
  });

  return app;
}
