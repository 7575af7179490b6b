import express, { type Express } from 'express';
import type { TimerScheduler } from './jobs/timerScheduler.ts';

export function createApp(scheduler: TimerScheduler): Express {
  const app = express();
  app.use(express.json());

  app.post('/jobs', (req, res) => {
    res.status(201).json(scheduler.add(req.body));
  });

  app.get('/jobs/:id', (req, res) => {
    const job = scheduler.find(Number(req.params.id));
    if (job) res.json(job);
    else res.status(404).json({ error: { code: 'not_found', message: 'No such job.' } });
  });

  return app;
}
