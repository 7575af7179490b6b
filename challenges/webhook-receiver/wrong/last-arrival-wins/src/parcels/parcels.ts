import { sendText } from '../texts.ts';
import type { Parcel, ParcelStatus } from './parcel.ts';

export type Change = {
  parcelId: string;
  lockerId: string;
  status: ParcelStatus;
  text: string;
  occurredAt: string;
};

export class Parcels {
  readonly #parcels = new Map<string, Parcel>();

  find(id: string): Parcel | undefined {
    return this.#parcels.get(id);
  }

  async apply(change: Change): Promise<'applied' | 'stale'> {
    const { parcelId: id, status, lockerId, occurredAt: since } = change;
    if (this.#parcels.get(id)?.status === status) return 'stale';
    await sendText(id, change.text);
    this.#parcels.set(id, { id, status, lockerId, since });
    return 'applied';
  }
}
