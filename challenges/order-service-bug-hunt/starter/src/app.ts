import express, { type Express } from 'express';
import { answerError, ApiError } from './apiError.ts';
import { kitchenRoutes } from './kitchen/kitchenRoutes.ts';
import { Mailer } from './mailer.ts';
import { orderRoutes } from './orders/orderRoutes.ts';
import { OrderStore } from './orders/orderStore.ts';
import { walletRoutes } from './wallets/walletRoutes.ts';
import { Wallets } from './wallets/wallets.ts';

export function createApp(): Express {
  const app = express();
  const orders = new OrderStore();
  const wallets = new Wallets();

  app.use(express.json());
  app.use(walletRoutes(wallets));
  app.use(orderRoutes({ orders, wallets, mailer: new Mailer() }));
  app.use(kitchenRoutes(orders));
  app.use(() => {
    throw new ApiError('not_found', 'There is nothing here.');
  });
  app.use(answerError);
  return app;
}
