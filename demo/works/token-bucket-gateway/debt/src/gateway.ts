import type { RequestHandler, Response } from 'express';
import type { Budget, BudgetBook } from './budgetBook.ts';
import { Problem } from './problem.ts';

export type GatewayLocals = { budget: Budget };

const seconds = (ms: number) => String(Math.ceil(ms / 1_000));

export function gateway(book: BudgetBook) {
  const identify: RequestHandler = (req, res, next) => {
    const budget = book.of(req.get('x-api-key') ?? '');
    if (budget === undefined) throw new Problem(401, 'unknown_key', 'We do not know this key.');
    (res.locals as GatewayLocals).budget = budget;
    announce(res);
    next();
  };

  function pay(res: Response, cost: number): void {
    const { budget } = res.locals as GatewayLocals;
    const paid = budget.pay(cost);
    announce(res);
    if (paid) return;
    res.set('Retry-After', seconds(budget.msUntil(cost)));
    throw new Problem(429, 'too_many_requests', 'The budget of this key is used up for now.');
  }

  return { identify, pay };
}

function announce(res: Response): void {
  const { budget } = res.locals as GatewayLocals;
  res.set('RateLimit-Limit', String(budget.plan.burst));
  res.set('RateLimit-Remaining', String(Math.floor(budget.available())));
  res.set('RateLimit-Reset', seconds(budget.msUntilFull()));
}
