import { setTimeout as delay } from 'node:timers/promises';

/** How long a server may take to start on a machine that is busy, ms. */
const startsWithinMs = 300_000;

/** Resolves once `url` answers that all is well. */
export async function answers(url: string): Promise<void> {
  const deadline = Date.now() + startsWithinMs;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer.`);
    await delay(50);
  }
}
