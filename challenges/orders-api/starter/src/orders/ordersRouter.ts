import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { catalogue } from '../catalogue.ts';
import { authorise } from '../payments.ts';
import type { OrderItem } from './order.ts';
import { OrderStore } from './orderStore.ts';

export function ordersRouter(): Router {
  const router = Router();
  const store = new OrderStore();

  router.post('/', async (req, res) => {
    const items: OrderItem[] = req.body.items.map((item: { sku: string; quantity: number }) => ({
      ...item,
      unitPriceCents: catalogue[item.sku],
    }));
    const totalCents = items.reduce((sum, item) => sum + item.quantity * item.unitPriceCents, 0);
    await authorise(req.get('x-customer-id') ?? 'anonymous', totalCents);

    const order = {
      id: randomUUID(),
      status: 'confirmed' as const,
      items,
      totalCents,
      note: req.body.note ?? null,
      createdAt: new Date().toISOString(),
    };
    store.add(order);
    res.status(201).location(`/orders/${order.id}`).json(order);
  });

  router.get('/', (_req, res) => {
    res.json({ orders: store.newestFirst(), nextCursor: null });
  });

  router.get('/:id', (req, res) => {
    const order = store.find(req.params.id);
    if (!order) {
      res.status(404).json({ error: 'Order not found' });
      return;
    }
    res.json(order);
  });

  return router;
}
