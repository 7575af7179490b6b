import express, { type Express } from 'express';
import { z } from 'zod';
import { BudgetBook } from './budgetBook.ts';
import { gateway, type GatewayLocals } from './gateway.ts';
import { Problem, sendProblem } from './problem.ts';
import { findTicket, searchTickets } from './tickets.ts';

const SearchBody = z.object({ event: z.string() });

export function createApp(): Express {
  const app = express();
  const { identify, pay } = gateway(new BudgetBook());
  app.use(identify);

  app.get('/tickets/:id', (req, res) => {
    pay(res, 1);
    const ticket = findTicket(req.params.id);
    if (!ticket) throw new Problem(404, 'not_found', `There is no ticket ${req.params.id}.`);
    res.json(ticket);
  });

  app.post('/tickets/search', express.json(), (req, res) => {
    const body = SearchBody.safeParse(req.body);
    if (!body.success) throw new Problem(400, 'bad_request', 'Name the event to search for.');
    pay(res, 3);
    res.json(searchTickets(body.data.event));
  });

  app.get('/budget', (_req, res) => {
    const { budget } = res.locals as GatewayLocals;
    const { name: plan, burst, perMinute } = budget.plan;
    res.json({ plan, burst, perMinute, available: Math.floor(budget.available() * 1e3) / 1e3 });
  });

  app.use(() => {
    throw new Problem(404, 'not_found', 'No such route.');
  });
  app.use(sendProblem);
  return app;
}
