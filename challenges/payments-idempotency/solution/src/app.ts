import express, { type Express } from 'express';
import { answerError } from './http/answerError.ts';
import { ApiError } from './http/apiError.ts';
import { answerPayment } from './payments/answerPayment.ts';
import { listPayments } from './payments/listPayments.ts';
import { parsePaymentRequest } from './payments/paymentRequest.ts';
import { takePayment } from './payments/takePayment.ts';

export function createApp(): Express {
  const app = express();
  app.use(express.json());

  app.post('/payments', async (req, res) => {
    answerPayment(res, await takePayment(parsePaymentRequest(req)));
  });
  app.get('/bookings/:id/payments', async (req, res) => {
    res.json({ payments: await listPayments(req.params.id) });
  });

  app.use((req) => {
    throw new ApiError('not_found', `There is no ${req.method} ${req.path}.`);
  });
  app.use(answerError);
  return app;
}
