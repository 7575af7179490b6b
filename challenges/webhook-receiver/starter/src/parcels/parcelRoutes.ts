import { Router } from 'express';
import { sendText } from '../texts.ts';
import type { Parcel, ParcelStatus } from './parcel.ts';

const effects: Record<string, { status: ParcelStatus; text: string }> = {
  'parcel.deposited': { status: 'in_locker', text: 'ready to collect' },
  'parcel.collected': { status: 'collected', text: 'collected' },
  'parcel.expired': { status: 'returned', text: 'on its way back' },
};

export function parcelRoutes(): Router {
  const router = Router();
  const parcels = new Map<string, Parcel>();

  router.post('/webhooks/lockers', async (req, res) => {
    const { type, occurredAt, data } = req.body;
    const effect = effects[type];
    if (!effect) {
      res.json({ outcome: 'ignored' });
      return;
    }
    await sendText(data.parcelId, effect.text);
    parcels.set(data.parcelId, {
      id: data.parcelId,
      status: effect.status,
      lockerId: data.lockerId,
      since: occurredAt,
    });
    res.json({ outcome: 'applied' });
  });

  router.get('/parcels/:id', (req, res) => {
    const parcel = parcels.get(req.params.id);
    if (parcel) res.json(parcel);
    else
      res.status(404).json({ error: { code: 'not_found', message: 'There is no such parcel.' } });
  });

  return router;
}
