import express, { type Express } from 'express';
import { AuditLog } from './access/auditLog.ts';
import { Desk } from './access/desk.ts';
import { deskOf, setDesk } from './access/deskOf.ts';
import { answerError, ApiError } from './apiError.ts';
import { store } from './data/store.ts';
import { findUser } from './data/users.ts';
import { commentRoutes } from './tickets/commentRoutes.ts';
import { exportRoutes } from './tickets/exportRoutes.ts';
import { searchRoutes } from './tickets/searchRoutes.ts';
import { ticketRoutes } from './tickets/ticketRoutes.ts';

export function createApp(): Express {
  const app = express();
  const audit = new AuditLog();
  app.use((req, res, next) => {
    const user = findUser(req.get('x-user-id') ?? '');
    if (!user) throw new ApiError('unauthenticated', 'We do not know you.');
    setDesk(res, new Desk(store, audit, user));
    next();
  });
  app.use(express.json());
  app.use(ticketRoutes(), commentRoutes(), searchRoutes(), exportRoutes());
  app.get('/audit', (_req, res) => {
    res.json({ entries: deskOf(res).auditEntries() });
  });
  app.use(() => {
    throw new ApiError('not_found', 'There is nothing here.');
  });
  app.use(answerError);
  return app;
}
