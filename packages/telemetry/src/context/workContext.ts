import { AsyncLocalStorage } from 'node:async_hooks';

/** What a piece of work is for. All that it logs carries them, in whichever process it goes on. */
export type WorkIds = {
  requestId?: string | undefined;
  attemptId?: string | undefined;
  submissionId?: string | undefined;
};

const storage = new AsyncLocalStorage<WorkIds>();

/** Of the work that calls; none outside of any. */
export const currentIds = (): Readonly<WorkIds> => storage.getStore() ?? {};

/** Does `work`, and all that it starts, under these ids and those that it has already. */
export function withIds<T>(ids: WorkIds, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...ids }, work);
}

/** Adds what the work that calls has learned of itself: a request, whose attempt it is for. */
export function learnIds(ids: WorkIds): void {
  const known = storage.getStore();
  if (known !== undefined) Object.assign(known, ids);
}
