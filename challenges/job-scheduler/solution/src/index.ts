import { createApp } from './app.ts';
import { pool } from './database.ts';
import { Worker } from './jobs/worker.ts';

const workers = [new Worker(pool), new Worker(pool)];
for (const worker of workers) worker.start();

const wakeUp = () => {
  for (const worker of workers) worker.wakeUp();
};
createApp(pool, wakeUp).listen(Number(process.env.PORT));
