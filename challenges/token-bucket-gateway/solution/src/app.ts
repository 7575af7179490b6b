import express, { type Express } from 'express';
import { z } from 'zod';
import { Budgets } from './budgets/budgets.ts';
import { budgetOf, requireBudget, spend } from './budgets/budgetHeaders.ts';
import { ApiError, answerError } from './apiError.ts';
import { findTicket, searchTickets } from './tickets.ts';

const Search = z.object({ event: z.string() });

export function createApp(): Express {
  const app = express();
  app.use(requireBudget(new Budgets()));

  app.get('/tickets/:id', spend<{ id: string }>(1), (req, res) => {
    const ticket = findTicket(req.params.id);
    if (!ticket) throw new ApiError('not_found', 'There is no such ticket.');
    res.json(ticket);
  });

  app.post('/tickets/search', express.json(), requireSearch, spend(3), (req, res) => {
    res.json(searchTickets(Search.parse(req.body).event));
  });

  app.get('/budget', (_req, res) => {
    const { plan, bucket } = budgetOf(res);
    const { name, burst, perMinute } = plan;
    const available = Math.floor(bucket.tokens(Date.now()) * 1000) / 1000;
    res.json({ plan: name, burst, perMinute, available });
  });

  app.use(() => {
    throw new ApiError('not_found', 'There is nothing here.');
  });
  app.use(answerError);
  return app;
}

/** What cannot be answered is refused before it costs anything. */
const requireSearch: express.RequestHandler = (req, _res, next) => {
  if (!Search.safeParse(req.body).success)
    throw new ApiError('bad_request', 'Send the event to search for.');
  next();
};
