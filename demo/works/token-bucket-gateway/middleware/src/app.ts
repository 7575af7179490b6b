import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { type Plan, planOf } from './apiKeys.ts';
import { findTicket, searchTickets } from './tickets.ts';

interface Bucket {
  plan: Plan;
  tokens: number;
  updatedAt: number;
}

const buckets = new Map<string, Bucket>();

function getBucket(key: string): Bucket | undefined {
  const plan = planOf(key);
  if (!plan) return undefined;
  let bucket = buckets.get(key);
  if (!bucket) {
    bucket = { plan, tokens: plan.burst, updatedAt: Date.now() };
    buckets.set(key, bucket);
  }
  return refill(bucket);
}

function refill(bucket: Bucket): Bucket {
  const now = Date.now();
  const minutes = (now - bucket.updatedAt) / 60_000;
  bucket.tokens = Math.min(bucket.plan.burst, bucket.tokens + minutes * bucket.plan.perMinute);
  bucket.updatedAt = now;
  return bucket;
}

const secondsUntil = (bucket: Bucket, tokens: number): number =>
  Math.ceil(Math.max(0, ((tokens - bucket.tokens) / bucket.plan.perMinute) * 60));

function setHeaders(res: Response, bucket: Bucket): void {
  res.setHeader('RateLimit-Limit', bucket.plan.burst);
  res.setHeader('RateLimit-Remaining', Math.floor(bucket.tokens));
  res.setHeader('RateLimit-Reset', secondsUntil(bucket, bucket.plan.burst));
}

function fail(res: Response, status: number, code: string, message: string): void {
  res.status(status).json({ error: { code, message } });
}

function authenticate(req: Request, res: Response, next: NextFunction): void {
  const bucket = getBucket(req.get('x-api-key') ?? '');
  if (!bucket) {
    fail(res, 401, 'unknown_key', 'This API key is not known.');
    return;
  }
  res.locals.bucket = bucket;
  setHeaders(res, bucket);
  next();
}

function charge(cost: number) {
  return (_req: Request, res: Response, next: NextFunction): void => {
    const bucket: Bucket = res.locals.bucket;
    if (bucket.tokens < cost) {
      res.setHeader('Retry-After', secondsUntil(bucket, cost));
      fail(res, 429, 'too_many_requests', 'Slow down, please.');
      return;
    }
    bucket.tokens -= cost;
    setHeaders(res, bucket);
    next();
  };
}

function validateSearch(req: Request, res: Response, next: NextFunction): void {
  if (typeof req.body?.event !== 'string') {
    fail(res, 400, 'bad_request', 'event must be a text.');
    return;
  }
  next();
}

export function createApp(): Express {
  const app = express();
  app.use(authenticate);
  app.use(express.json());

  app.get('/tickets/:id', charge(1), (req: Request<{ id: string }>, res: Response) => {
    const ticket = findTicket(req.params.id);
    if (ticket) res.json(ticket);
    else fail(res, 404, 'not_found', 'No such ticket.');
  });

  app.post('/tickets/search', validateSearch, charge(3), (req, res) => {
    res.json(searchTickets(req.body.event));
  });

  app.get('/budget', (_req, res) => {
    const { plan, tokens }: Bucket = res.locals.bucket;
    res.json({
      plan: plan.name,
      burst: plan.burst,
      perMinute: plan.perMinute,
      available: Math.floor(tokens * 1000) / 1000,
    });
  });

  app.use((_req, res) => fail(res, 404, 'not_found', 'Nothing here.'));
  app.use((_error: unknown, _req: Request, res: Response, _next: NextFunction) =>
    fail(res, 400, 'bad_request', 'The body is not JSON.'),
  );
  return app;
}
