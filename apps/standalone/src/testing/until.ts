import { setTimeout as delay } from 'node:timers/promises';

/** How long something that is waited for may take on a machine that is busy, ms. */
const withinMs = 120_000;

/** Asks until there is an answer; rejects after two minutes. */
export async function until<T>(
  what: string,
  find: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`It did not happen within two minutes: ${what}.`);
    await delay(20);
  }
}
