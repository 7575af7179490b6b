import { randomUUID } from 'node:crypto';

const chargesUrl = 'https://pay.test/v1/charges';

/** Charges a card; gives the provider's id of the charge. */
export async function charge(
  reference: string,
  amountCents: number,
  source: string,
): Promise<string> {
  const response = await fetch(chargesUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ amountCents, source, reference }),
  });
  if (!response.ok) throw new Error(`The provider answered with ${response.status}.`);
  const { id } = (await response.json()) as { id: string };
  return id;
}
