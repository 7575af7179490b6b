/** The provider's client. It belongs to another team: call it, do not change it. */
import { randomUUID } from 'node:crypto';

const latencyMs = 80;
const maxAmountCents = 500_000;

export class PaymentDeclined extends Error {
  override name = 'PaymentDeclined';
}

/** Reserves the amount on the customer's card. Rejects with PaymentDeclined when that is not possible. */
export async function authorise(
  customerId: string,
  amountCents: number,
): Promise<{ authorisationId: string }> {
  await new Promise((resolve) => setTimeout(resolve, latencyMs));
  if (amountCents > maxAmountCents) {
    throw new PaymentDeclined(`${amountCents} cents are over the limit of customer ${customerId}.`);
  }
  return { authorisationId: randomUUID() };
}
