import express, { type Express } from 'express';
import { signingSecrets } from './config.ts';
import { ApiError } from './http/apiError.ts';
import { answerError } from './http/answerError.ts';
import { Parcels } from './parcels/parcels.ts';
import { EventInbox } from './webhooks/eventInbox.ts';
import { parseLockerEvent } from './webhooks/lockerEvent.ts';
import { requireSignature } from './webhooks/requireSignature.ts';

const maxBodyBytes = 64 * 1024;
const anyContentType = () => true;

export function createApp(): Express {
  const app = express();
  const parcels = new Parcels();
  const inbox = new EventInbox(parcels);

  app.post(
    '/webhooks/lockers',
    express.raw({ type: anyContentType, limit: maxBodyBytes }),
    requireSignature(signingSecrets),
    async (req, res) => {
      res.json({ outcome: await inbox.receive(parseLockerEvent(req.body)) });
    },
  );

  app.get('/parcels/:id', (req, res) => {
    const parcel = parcels.find(req.params.id);
    if (!parcel) throw new ApiError('not_found', 'There is no such parcel.');
    res.json(parcel);
  });

  app.use((req) => {
    throw new ApiError('not_found', `There is no ${req.method} ${req.path}.`);
  });
  app.use(answerError);
  return app;
}
