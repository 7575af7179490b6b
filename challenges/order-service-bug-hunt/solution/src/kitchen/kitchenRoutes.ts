import { Router } from 'express';
import type { OrderStore } from '../orders/orderStore.ts';
import { datesFrom } from './datesFrom.ts';

const workdays = 5;

export function kitchenRoutes(orders: OrderStore): Router {
  const router = Router();

  router.get('/kitchen/day/:date', (req, res) => {
    const { date } = req.params;
    res.json({
      date,
      orders: orders.placedOn(date).map(({ child, meal, notes }) => ({ child, meal, notes })),
    });
  });

  router.get('/kitchen/week/:monday', (req, res) => {
    const days = datesFrom(req.params.monday, workdays).map((date) => ({
      date,
      count: orders.placedOn(date).length,
    }));
    res.json({ days });
  });

  return router;
}
