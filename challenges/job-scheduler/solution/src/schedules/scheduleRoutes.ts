import { Router } from 'express';
import type { Pool } from 'pg';
import { ApiError } from '../http/apiError.ts';
import { parseBody } from '../http/parseBody.ts';
import { deleteSchedule, findSchedule, NewSchedule, putSchedule } from './scheduleStore.ts';

export function scheduleRoutes(pool: Pool): Router {
  const router = Router();
  const notFound = () => new ApiError('not_found', 'There is no such schedule.');

  router.put('/:name', async (req, res) => {
    res.json(await putSchedule(pool, req.params.name, parseBody(NewSchedule, req.body)));
  });

  router.get('/:name', async (req, res) => {
    const schedule = await findSchedule(pool, req.params.name);
    if (!schedule) throw notFound();
    res.json(schedule);
  });

  router.delete('/:name', async (req, res) => {
    if (!(await deleteSchedule(pool, req.params.name))) throw notFound();
    res.status(204).end();
  });

  return router;
}
