import express, { type Express } from 'express';
import { answerError, ApiError } from './apiError.ts';
import { findUser } from './data/users.ts';
import { commentRoutes } from './tickets/commentRoutes.ts';
import { exportRoutes } from './tickets/exportRoutes.ts';
import { searchRoutes } from './tickets/searchRoutes.ts';
import { ticketRoutes } from './tickets/ticketRoutes.ts';

export function createApp(): Express {
  const app = express();
  app.use(express.json());
  app.use((req, res, next) => {
    const user = findUser(req.get('x-user-id') ?? '');
    if (!user) throw new ApiError('unauthenticated', 'We do not know you.');
    res.locals['user'] = user;
    next();
  });
  app.use(ticketRoutes(), commentRoutes(), searchRoutes(), exportRoutes());
  app.use(() => {
    throw new ApiError('not_found', 'There is nothing here.');
  });
  app.use(answerError);
  return app;
}
