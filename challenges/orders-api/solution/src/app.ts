import express, { type Express } from 'express';
import { ApiError } from './http/apiError.ts';
import { answerError } from './http/answerError.ts';
import { OrderStore } from './orders/orderStore.ts';
import { ordersRouter } from './orders/ordersRouter.ts';

const maxBodyBytes = 16 * 1024;

export function createApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use('/orders', ordersRouter(new OrderStore(), express.json({ limit: maxBodyBytes })));
  app.use((req) => {
    throw new ApiError('not_found', `There is no ${req.method} ${req.path}.`);
  });
  app.use(answerError);
  return app;
}
