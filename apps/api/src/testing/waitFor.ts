import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until `find` gives a value; rejects after ten seconds. */
export async function waitFor<T>(
  find: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error('It did not happen within ten seconds.');
    await sleep(10);
  }
}
