import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Pool } from 'pg';
import { parseReportQuery } from './reports/parseReportQuery.ts';
import { reportCustomers } from './reports/reportCustomers.ts';

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/reports/customers', async (req, res) => {
    const parsed = parseReportQuery(req.query);
    if ('refused' in parsed) {
      res.status(400).json({ error: parsed.refused });
      return;
    }
    res.json(await reportCustomers(pool, parsed.query));
  });

  app.use(answerFailure);
  return app;
}

/** What the database says stays in the log: it may show statements and data. */
const answerFailure: ErrorRequestHandler = (error, _req, res, _next) => {
  console.error(error);
  res.status(500).json({ error: { message: 'The report failed. Please try again.' } });
};
