import { type Challenge, ChallengeError, readChallenge } from '@assay/challenges';
import type { Files } from '@assay/contracts/workspace';
import { type Refusal, refusal } from '#http/refusal.ts';

/** The challenge that files from a browser amount to, or what has to be changed in which line. */
export function readSent(slug: string, files: Files): { ok: true; challenge: Challenge } | Refusal {
  try {
    return { ok: true, challenge: readChallenge(slug, files) };
  } catch (error) {
    if (!(error instanceof ChallengeError)) throw error;
    const { length } = error.problems;
    const message = `This is not a challenge yet: ${length === 1 ? 'one thing has' : `${length} things have`} to be changed. Your edits are kept in this browser.`;
    return refusal('CONTENT_REFUSED', 422, message, { problems: error.problems });
  }
}
