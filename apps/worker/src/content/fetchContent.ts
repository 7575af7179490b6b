import { JudgedChallenge } from '@assay/contracts/challenge';
import type { ContentPort } from './contentPort.ts';

/** How long the API may take to answer, ms. Counters a worker that waits for ever for a hung API. */
const timeoutMs = 10_000;

/** The content port at scale: `GET {apiUrl}/internal/challenges/{hash}`, with the token of the workers. */
export function fetchContent(apiUrl: string, token: string): ContentPort {
  return async (hash) => {
    const response = await fetch(new URL(`/internal/challenges/${hash}`, apiUrl), {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      throw new Error(
        `The API answers ${response.status} when asked for challenge version ${hash}.`,
      );
    }
    const challenge = JudgedChallenge.parse(await response.json());
    if (challenge.hash !== hash) {
      throw new Error(`The API gives challenge version ${challenge.hash} instead of ${hash}.`);
    }
    return challenge;
  };
}
