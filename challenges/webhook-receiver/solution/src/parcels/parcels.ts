import { sendText } from '../texts.ts';
import type { Parcel, ParcelStatus } from './parcel.ts';

export type Change = {
  parcelId: string;
  lockerId: string;
  status: ParcelStatus;
  text: string;
  occurredAt: string;
};

/** The parcels that we know of, in memory. */
export class Parcels {
  readonly #parcels = new Map<string, Parcel>();

  find(id: string): Parcel | undefined {
    return this.#parcels.get(id);
  }

  /**
   * Tells the customer and changes the parcel, in this order, so that a failed text leaves nothing behind.
   * Changes of one parcel have to be applied one after the other. Rejects when the text cannot be sent.
   */
  async apply(change: Change): Promise<'applied' | 'stale'> {
    const known = this.#parcels.get(change.parcelId);
    if (known && Date.parse(known.since) >= Date.parse(change.occurredAt)) return 'stale';
    await sendText(change.parcelId, change.text);
    this.#parcels.set(change.parcelId, {
      id: change.parcelId,
      status: change.status,
      lockerId: change.lockerId,
      since: change.occurredAt,
    });
    return 'applied';
  }
}
