import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { ApiError } from './http/apiError.ts';
import { answerError } from './http/answerError.ts';
import { jobRoutes } from './jobs/jobRoutes.ts';
import { scheduleRoutes } from './schedules/scheduleRoutes.ts';

/** `wakeUp` is called when a job was added, so that it need not wait for the next look into the database. */
export function createApp(pool: Pool, wakeUp: () => void): Express {
  const app = express();
  app.use(express.json());
  app.use('/jobs', jobRoutes(pool, wakeUp));
  app.use('/schedules', scheduleRoutes(pool));
  app.use(() => {
    throw new ApiError('not_found', 'There is nothing here.');
  });
  app.use(answerError);
  return app;
}
