import { Router } from 'express';
import { store, type Ticket } from '../data/store.ts';

const columns = [
  'id',
  'deviceId',
  'title',
  'status',
  'priority',
  'assigneeId',
  'createdBy',
  'createdAt',
] as const satisfies (keyof Ticket)[];

export function exportRoutes(): Router {
  const router = Router();

  router.get('/export.csv', (_req, res) => {
    const lines = store.tickets
      .toReversed()
      .map((ticket) => columns.map((column) => cell(ticket[column])).join(','));
    res.type('text/csv').send(`${[columns.join(','), ...lines].join('\n')}\n`);
  });

  return router;
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
