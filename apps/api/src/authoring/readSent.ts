import { type Challenge, ChallengeError } from '@assay/challenges';
import { type Refusal, refusal } from '#http/refusal.ts';

/** The challenge that `read` finds in what a browser sends, or what has to be changed in which line. */
export async function readSent(
  read: () => Challenge | Promise<Challenge>,
): Promise<{ ok: true; challenge: Challenge } | Refusal> {
  try {
    return { ok: true, challenge: await read() };
  } catch (error) {
    if (!(error instanceof ChallengeError)) throw error;
    const { length } = error.problems;
    const message = `This is not a challenge yet: ${length === 1 ? 'one thing has' : `${length} things have`} to be changed. Your edits are kept in this browser.`;
    return refusal('CONTENT_REFUSED', 422, message, { problems: error.problems });
  }
}
