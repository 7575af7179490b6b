import { setTimeout } from 'node:timers/promises';
import { askProvider, type ChargeOrder, type ProviderAnswer } from './askProvider.ts';

const maxTries = 3;
const firstPauseMs = 500;
/** Who waits at the counter does not wait longer than this for another try. */
const longestPauseMs = 5_000;

/** Charges a card, with as many tries as that is worth. Never rejects. */
export async function chargeCard(order: ChargeOrder): Promise<ProviderAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await askProvider(order);
    if (answer.outcome !== 'unknown' || tries === maxTries) return answer;
    if (answer.retryAfterMs > longestPauseMs) return answer;
    await setTimeout(Math.max(answer.retryAfterMs, firstPauseMs * 2 ** (tries - 1)));
  }
}
