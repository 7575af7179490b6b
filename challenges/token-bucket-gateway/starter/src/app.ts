import express, { type Express } from 'express';
import { planOf } from './apiKeys.ts';
import { findTicket, searchTickets } from './tickets.ts';

export function createApp(): Express {
  const app = express();
  app.use(express.json());

  app.use((req, res, next) => {
    if (planOf(req.get('x-api-key') ?? '')) next();
    else res.status(401).json({ error: { code: 'unknown_key', message: 'Who are you?' } });
  });

  app.get('/tickets/:id', (req, res) => {
    const ticket = findTicket(req.params.id);
    if (ticket) res.json(ticket);
    else res.status(404).json({ error: { code: 'not_found', message: 'No such ticket.' } });
  });

  app.post('/tickets/search', (req, res) => {
    res.json(searchTickets(req.body.event));
  });

  return app;
}
