import { Router } from 'express';
import { store } from '../data/store.ts';

export function searchRoutes(): Router {
  const router = Router();

  router.get('/search', (req, res) => {
    const { q: wanted } = req.query;
    const q = typeof wanted === 'string' ? wanted.toLowerCase() : '';
    const found = store.tickets
      .filter(
        (ticket) =>
          ticket.title.toLowerCase().includes(q) ||
          store.comments.some(
            (comment) => comment.ticketId === ticket.id && comment.text.toLowerCase().includes(q),
          ),
      )
      .toReversed();
    const own = found.filter(
      (ticket) => ticket.organisationId === res.locals['user'].organisationId,
    );
    res.json({
      total: found.length,
      hits: own.map(({ id, title }) => ({ ticketId: id, title })),
    });
  });

  return router;
}
