import express, { type Express } from 'express';
import { ordersRouter } from './orders/ordersRouter.ts';

export function createApp(): Express {
  const app = express();
  app.use(express.json());
  app.use('/orders', ordersRouter());
  return app;
}
