import { createApp } from './app.ts';
import { pool } from './database.ts';
import { Worker } from './jobs/worker.ts';

/** Workers are woken up by whoever adds a job, at the time at which it is due. */
const workers = [new Worker(pool), new Worker(pool)];

createApp(pool, () => {
  for (const worker of workers) {
    worker.wakeUp();
    for (let seconds = 5; seconds <= 3600; seconds += 5) {
      setTimeout(() => worker.wakeUp(), seconds * 1000);
    }
  }
}).listen(Number(process.env.PORT));
