import { type Request, type RequestHandler, Router } from 'express';
import { ApiError } from '../http/apiError.ts';
import { parse } from '../http/parse.ts';
import { customerOf, requireCustomer } from '../http/requireCustomer.ts';
import { cancelOrder } from './cancelOrder.ts';
import { encodeCursor, ListQuery } from './listQuery.ts';
import type { Order } from './order.ts';
import { IdempotencyKey, OrderInput } from './orderInput.ts';
import type { OrderStore } from './orderStore.ts';
import { placeOrder } from './placeOrder.ts';
import { RememberedOrders } from './rememberedOrders.ts';

export function ordersRouter(store: OrderStore, parseJson: RequestHandler): Router {
  const router = Router();
  const remembered = new RememberedOrders();

  router.use(requireCustomer);

  router.post('/', requireJson, parseJson, async (req, res) => {
    const customerId = customerOf(req);
    const { 'idempotency-key': key } = parse(IdempotencyKey, req.headers);
    const input = parse(OrderInput, req.body);
    const place = () => placeOrder(store, customerId, input);

    const { order, replayed } =
      key === undefined
        ? { order: await place(), replayed: false }
        : await remembered.placeOnce(customerId, key, JSON.stringify(input), place);

    if (replayed) res.set('Idempotency-Replayed', 'true');
    res.status(201).location(`/orders/${order.id}`).json(order);
  });

  router.get('/', (req, res) => {
    const { orders, next } = store.list(customerOf(req), parse(ListQuery, req.query));
    res.json({ orders, nextCursor: next === undefined ? null : encodeCursor(next) });
  });

  router.get('/:id', (req, res) => {
    res.json(orderOf(req));
  });

  router.post('/:id/cancel', (req, res) => {
    res.json(cancelOrder(store, orderOf(req)));
  });

  function orderOf(req: Request<{ id: string }>): Order {
    const order = store.find(customerOf(req), req.params.id);
    if (!order) throw new ApiError('not_found', 'You have no such order.');
    return order;
  }

  return router;
}

const requireJson: RequestHandler = (req, _res, next) => {
  if (!req.is('application/json'))
    throw new ApiError('unsupported_media_type', 'Send the order as application/json.');
  next();
};
