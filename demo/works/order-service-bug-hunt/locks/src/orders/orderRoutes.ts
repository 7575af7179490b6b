import { Router } from 'express';
import { ApiError } from '../apiError.ts';
import { locked } from '../lock.ts';
import type { Mailer } from '../mailer.ts';
import type { Wallets } from '../wallets/wallets.ts';
import { cancelOrder } from './cancelOrder.ts';
import { OrderInput } from './order.ts';
import type { OrderStore } from './orderStore.ts';
import { placeOrder } from './placeOrder.ts';

export type Service = { orders: OrderStore; wallets: Wallets; mailer: Mailer };

export function orderRoutes(service: Service): Router {
  const router = Router();

  router.post('/orders', async (req, res) => {
    const input = OrderInput.safeParse(req.body);
    if (!input.success) throw new ApiError('validation_failed', 'The order is incomplete.');
    const order = await locked(input.data.family, () => placeOrder(service, input.data));
    res.status(201).json(order);
  });

  router.delete('/orders/:id', async (req, res) => {
    const order = service.orders.find(req.params.id);
    if (!order) throw new ApiError('not_found', 'There is no such order.');
    res.json(await locked(order.family, () => cancelOrder(service, order)));
  });

  return router;
}
