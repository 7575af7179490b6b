import express, { type Express } from 'express';
import { planOf } from './apiKeys.ts';
import { findTicket, searchTickets } from './tickets.ts';

const tokens: Record<string, number> = {};

export function createApp(): Express {
  const app = express();
  app.use(express.json());

  // every second each bucket gets its share
  setInterval(() => {
    for (const key in tokens) {
      const plan = planOf(key)!;
      tokens[key] = Math.min(plan.burst, tokens[key]! + plan.perMinute / 60);
    }
  }, 1000);

  app.use((req, res, next) => {
    const key = req.get('x-api-key') ?? '';
    const plan = planOf(key);
    if (!plan) {
      res.status(401).json({ error: { code: 'unknown_key', message: 'Who are you?' } });
      return;
    }
    if (tokens[key] === undefined) tokens[key] = plan.burst;
    const cost = req.path === '/tickets/search' ? 3 : req.path === '/budget' ? 0 : 1;
    const left = tokens[key]!;
    const headers = () => {
      res.set('RateLimit-Limit', String(plan.burst));
      res.set('RateLimit-Remaining', String(Math.floor(tokens[key]!)));
      const missing = plan.burst - tokens[key]!;
      res.set('RateLimit-Reset', String(Math.ceil((missing / plan.perMinute) * 60)));
    };
    if (left < cost) {
      headers();
      res.set('Retry-After', String(Math.ceil(((cost - left) / plan.perMinute) * 60)));
      res.status(429).json({ error: { code: 'too_many_requests', message: 'Too many requests' } });
      return;
    }
    tokens[key] = left - cost;
    headers();
    next();
  });

  app.get('/tickets/:id', (req, res) => {
    const ticket = findTicket(req.params.id);
    if (ticket) res.json(ticket);
    else res.status(404).json({ error: { code: 'not_found', message: 'No such ticket.' } });
  });

  app.post('/tickets/search', (req, res) => {
    if (typeof req.body.event !== 'string') {
      res.status(400).json({ error: { code: 'bad_request', message: 'event is missing' } });
      return;
    }
    res.json(searchTickets(req.body.event));
  });

  app.get('/budget', (req, res) => {
    const key = req.get('x-api-key') ?? '';
    const plan = planOf(key)!;
    res.json({
      plan: plan.name,
      burst: plan.burst,
      perMinute: plan.perMinute,
      available: tokens[key],
    });
  });

  app.use((_req, res) => {
    res.status(404).json({ error: { code: 'not_found', message: 'Not found' } });
  });

  return app;
}
