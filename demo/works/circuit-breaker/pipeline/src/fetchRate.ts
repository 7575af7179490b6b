/** A rate, word that there is no such currency, or nothing when the service failed. */
export type Fetched = { rate: number; asOf: string } | 'unknown' | undefined;

const patienceMs = 800;

export async function fetchRate(url: string, currency: string): Promise<Fetched> {
  try {
    const address = new URL(`/v1/rates/${encodeURIComponent(currency)}`, url);
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    if (response.status === 404) return 'unknown';
    if (response.status !== 200) return undefined;
    const body: unknown = await response.json();
    return isRate(body) ? { rate: body.rate, asOf: body.asOf } : undefined;
  } catch {
    return undefined;
  }
}

function isRate(body: unknown): body is { rate: number; asOf: string } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'rate' in body &&
    'asOf' in body &&
    typeof body.rate === 'number' &&
    body.rate > 0 &&
    typeof body.asOf === 'string'
  );
}
