import { ApiError } from '../http/apiError.ts';
import type { ParcelStatus } from '../parcels/parcel.ts';
import type { Parcels } from '../parcels/parcels.ts';
import type { LockerEvent } from './lockerEvent.ts';

export type Outcome = 'applied' | 'duplicate' | 'stale' | 'ignored';

const effects: Record<string, { status: ParcelStatus; text: string }> = {
  'parcel.deposited': { status: 'in_locker', text: 'ready to collect' },
  'parcel.collected': { status: 'collected', text: 'collected' },
  'parcel.expired': { status: 'returned', text: 'on its way back' },
};

export class EventInbox {
  readonly #parcels: Parcels;
  readonly #processed = new Set<string>();

  constructor(parcels: Parcels) {
    this.#parcels = parcels;
  }

  async receive(event: LockerEvent): Promise<Outcome> {
    if (this.#processed.has(event.id)) return 'duplicate';
    const effect = effects[event.type];
    let outcome: Outcome = 'ignored';
    try {
      if (effect)
        outcome = await this.#parcels.apply({
          ...event.data,
          ...effect,
          occurredAt: event.occurredAt,
        });
    } catch {
      throw new ApiError('try_again', 'The customer could not be told. Please deliver this again.');
    }
    this.#processed.add(event.id);
    return outcome;
  }
}
