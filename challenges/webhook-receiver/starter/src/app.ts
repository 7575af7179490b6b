import express, { type Express } from 'express';
import { parcelRoutes } from './parcels/parcelRoutes.ts';

export function createApp(): Express {
  const app = express();
  app.use(express.json());
  app.use(parcelRoutes());
  return app;
}
