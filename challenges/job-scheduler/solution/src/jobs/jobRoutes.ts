import { Router } from 'express';
import type { Pool } from 'pg';
import { ApiError } from '../http/apiError.ts';
import { parseBody } from '../http/parseBody.ts';
import { addJob, cancelJob, findJob } from './jobStore.ts';
import { type Job, NewJob } from './job.ts';

export function jobRoutes(pool: Pool, wakeUp: () => void): Router {
  const router = Router();

  router.post('/', async (req, res) => {
    const { job, added } = await addJob(pool, parseBody(NewJob, req.body));
    wakeUp();
    res.status(added ? 201 : 200).json(job);
  });

  router.get('/:id', async (req, res) => {
    res.json(await requireJob(req.params.id));
  });

  router.delete('/:id', async (req, res) => {
    const { id } = await requireJob(req.params.id);
    await cancelJob(pool, id);
    const job = await requireJob(req.params.id);
    if (job.status !== 'cancelled')
      throw new ApiError('not_waiting', 'This job does not wait any more.');
    res.json(job);
  });

  async function requireJob(id: string): Promise<Job> {
    const job = /^\d{1,9}$/.test(id) ? await findJob(pool, Number(id)) : undefined;
    if (!job) throw new ApiError('not_found', 'There is no such job.');
    return job;
  }

  return router;
}
