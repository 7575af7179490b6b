import { ApiError } from '../http/apiError.ts';
import type { ParcelStatus } from '../parcels/parcel.ts';
import type { Parcels } from '../parcels/parcels.ts';
import type { LockerEvent } from './lockerEvent.ts';
import { Turns } from './turns.ts';

export type Outcome = 'applied' | 'duplicate' | 'stale' | 'ignored';

const effects: Record<string, { status: ParcelStatus; text: string }> = {
  'parcel.deposited': { status: 'in_locker', text: 'ready to collect' },
  'parcel.collected': { status: 'collected', text: 'collected' },
  'parcel.expired': { status: 'returned', text: 'on its way back' },
};

export class EventInbox {
  readonly #parcels: Parcels;
  readonly #seen = new Set<string>();
  readonly #turns = new Turns();

  constructor(parcels: Parcels) {
    this.#parcels = parcels;
  }

  async receive(event: LockerEvent): Promise<Outcome> {
    if (this.#seen.has(event.id)) return 'duplicate';
    this.#seen.add(event.id);
    const effect = effects[event.type];
    if (!effect) return 'ignored';
    try {
      return await this.#turns.take(event.data.parcelId, () =>
        this.#parcels.apply({ ...event.data, ...effect, occurredAt: event.occurredAt }),
      );
    } catch {
      throw new ApiError('try_again', 'The customer could not be told. Please deliver this again.');
    }
  }
}
