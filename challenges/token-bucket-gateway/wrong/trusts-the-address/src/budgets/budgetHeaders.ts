import type { RequestHandler, Response } from 'express';
import { ApiError } from '../apiError.ts';
import type { Budget, Budgets } from './budgets.ts';

/** Refuses keys that are unknown; tells all others where they stand. */
export function requireBudget(budgets: Budgets): RequestHandler {
  return (req, res, next) => {
    const budget = budgets.find(req.get('x-api-key') ?? '', req.get('x-forwarded-for') ?? '');
    if (!budget) throw new ApiError('unknown_key', 'Send an API key that we gave you.');
    res.locals['budget'] = budget;
    tell(res);
    next();
  };
}

/** Takes `cost` out of the client's bucket, or refuses the request. */
export function spend<Parameters>(cost: number): RequestHandler<Parameters> {
  return (_req, res, next) => {
    const { bucket } = budgetOf(res);
    const now = Date.now();
    const taken = bucket.take(cost, now);
    tell(res);
    if (!taken) {
      res.set('Retry-After', String(Math.ceil(bucket.msUntil(cost, now) / 1000)));
      throw new ApiError('too_many_requests', 'Your budget is used up. Please come back later.');
    }
    next();
  };
}

export function budgetOf(res: Response): Budget {
  return res.locals['budget'] as Budget;
}

function tell(res: Response): void {
  const { plan, bucket } = budgetOf(res);
  const now = Date.now();
  res.set({
    'RateLimit-Limit': String(plan.burst),
    'RateLimit-Remaining': String(Math.floor(bucket.tokens(now))),
    'RateLimit-Reset': String(Math.ceil(bucket.msUntil(plan.burst, now) / 1000)),
  });
}
