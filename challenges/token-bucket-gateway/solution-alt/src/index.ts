import express, { type Request, type Response } from 'express';
import { planOf } from './apiKeys.ts';
import { findTicket, searchTickets } from './tickets.ts';

const app = express();

/** When the bucket of a key would be full again, in the units of `perMinute`: this one number is the whole state. */
const fullAt = new Map<string, number>();
const unitsPerToken = 60_000;

function fail(res: Response, status: number, code: string, message: string): void {
  res.status(status).json({ error: { code, message } });
}

/** Answers with what `work` gives, if the key can pay for it. */
function charge(
  req: Request,
  res: Response,
  cost: number,
  work: (available: number) => void,
): void {
  const key = String(req.headers['x-api-key']);
  const plan = planOf(key);
  if (!plan) return fail(res, 401, 'unknown_key', 'This key is not one of ours.');

  const now = Date.now() * plan.perMinute;
  const owed = Math.max(0, (fullAt.get(key) ?? 0) - now);
  const capacity = plan.burst * unitsPerToken;
  const owedAfter = owed + cost * unitsPerToken;
  const granted = owedAfter <= capacity;
  const rest = granted ? owedAfter : owed;
  const seconds = (units: number) => String(Math.ceil(units / plan.perMinute / 1000));

  fullAt.set(key, now + rest);
  res.setHeader('RateLimit-Limit', plan.burst);
  res.setHeader('RateLimit-Remaining', Math.floor((capacity - rest) / unitsPerToken));
  res.setHeader('RateLimit-Reset', seconds(rest));
  if (granted) return work((capacity - rest) / unitsPerToken);
  res.setHeader('Retry-After', seconds(owedAfter - capacity));
  fail(res, 429, 'too_many_requests', 'Slow down, please.');
}

app.get('/tickets/:id', (req, res) =>
  charge(req, res, 1, () => {
    const ticket = findTicket(req.params.id);
    if (ticket) res.json(ticket);
    else fail(res, 404, 'not_found', 'No ticket has this id.');
  }),
);

app.post('/tickets/search', express.text({ type: () => true }), (req, res) => {
  const event = eventIn(req.body);
  charge(req, res, event === undefined ? 0 : 3, () => {
    if (event === undefined) fail(res, 400, 'bad_request', 'The body should be {"event": "…"}.');
    else res.json(searchTickets(event));
  });
});

function eventIn(body: unknown): string | undefined {
  try {
    const { event } = JSON.parse(String(body));
    return typeof event === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}

app.get('/budget', (req, res) =>
  charge(req, res, 0, (available) => {
    const { name, burst, perMinute } = planOf(String(req.headers['x-api-key'])) ?? {};
    res.json({ plan: name, burst, perMinute, available: Math.floor(available * 1000) / 1000 });
  }),
);

app.use((req, res) =>
  charge(req, res, 0, () => fail(res, 404, 'not_found', 'This path does not exist.')),
);

app.listen(Number(process.env.PORT));
