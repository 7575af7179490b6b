import { Router } from 'express';
import { z } from 'zod';
import { deskOf } from '../access/deskOf.ts';
import { store } from '../data/store.ts';
import { parseBody } from './parseBody.ts';

const Query = z.object({ q: z.string().min(1).toLowerCase() });

export function searchRoutes(): Router {
  const router = Router();

  router.get('/search', (req, res) => {
    const desk = deskOf(res);
    const { q } = parseBody(Query, req.query);
    const contains = (text: string) => text.toLowerCase().includes(q);
    const hits = desk
      .tickets('ticket.read')
      .filter(
        (ticket) =>
          contains(ticket.title) || desk.commentsOn(ticket).some(({ text }) => contains(text)),
      )
      .map(({ id, title }) => ({ ticketId: id, title }));
    const total = store.tickets.filter(
      (ticket) =>
        contains(ticket.title) || desk.commentsOn(ticket).some(({ text }) => contains(text)),
    ).length;
    res.json({ total, hits });
  });

  return router;
}
