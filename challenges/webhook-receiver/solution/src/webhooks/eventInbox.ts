import { ApiError } from '../http/apiError.ts';
import type { ParcelStatus } from '../parcels/parcel.ts';
import type { Parcels } from '../parcels/parcels.ts';
import type { LockerEvent } from './lockerEvent.ts';
import { RememberedIds } from './rememberedIds.ts';
import { Turns } from './turns.ts';

export type Outcome = 'applied' | 'duplicate' | 'stale' | 'ignored';

/** For so long the network delivers an event again. */
const redeliveredMs = 72 * 60 * 60 * 1000;

const effects = new Map<string, { status: ParcelStatus; text: string }>([
  ['parcel.deposited', { status: 'in_locker', text: 'ready to collect' }],
  ['parcel.collected', { status: 'collected', text: 'collected' }],
  ['parcel.expired', { status: 'returned', text: 'on its way back' }],
]);

/** Lets each event take effect once, however often and in whatever order it is delivered. */
export class EventInbox {
  readonly #parcels: Parcels;
  readonly #done = new RememberedIds(redeliveredMs);
  readonly #turns = new Turns();

  constructor(parcels: Parcels) {
    this.#parcels = parcels;
  }

  /**
   * Events of one parcel take turns, so a second delivery finds out how the first one ended, and no event
   * overtakes another between being compared and being applied.
   * Rejects with try_again, and then it is as if the event had never arrived.
   */
  receive(event: LockerEvent): Promise<Outcome> {
    return this.#turns.take(event.data.parcelId, async () => {
      if (this.#done.has(event.id)) return 'duplicate';
      const outcome = await this.#apply(event);
      this.#done.add(event.id);
      return outcome;
    });
  }

  async #apply({ type, occurredAt, data }: LockerEvent): Promise<Outcome> {
    const effect = effects.get(type);
    if (!effect) return 'ignored';
    try {
      return await this.#parcels.apply({ ...data, ...effect, occurredAt });
    } catch {
      throw new ApiError('try_again', 'The customer could not be told. Please deliver this again.');
    }
  }
}
