export type Answer = { outcome: 'paid' | 'declined' | 'rejected' | 'unknown'; chargeId?: string };

const pausesMs = [500, 1000];
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks for a charge until there is an answer, at most three times. */
export async function charge(key: string, body: object): Promise<Answer> {
  for (let turn = 0; ; turn += 1) {
    let askedFor = 0;
    try {
      const response = await fetch('https://pay.test/v1/charges', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(3000),
      });
      if (response.status === 201) {
        const { id } = (await response.json()) as { id: string };
        return { outcome: 'paid', chargeId: id };
      }
      if (response.status === 402) return { outcome: 'declined' };
      if (response.status < 500 && response.status !== 429) return { outcome: 'rejected' };
      askedFor = Number(response.headers.get('retry-after') ?? '0') * 1000;
    } catch {
      // No answer: the same as one that says nothing.
    }
    const pause = pausesMs[turn];
    if (pause === undefined || askedFor > 5000) return { outcome: 'unknown' };
    await sleep(Math.max(pause * (1 + Math.random() / 2), askedFor));
  }
}
