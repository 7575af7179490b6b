import type { Span } from './span.ts';

/** Nodes of the API say this often that they are there, ms. */
export const beatMs = 5_000;
/** Without a sign of any node for this long, ms, nobody was served: three beats, so that a busy moment is none. */
export const silenceMs = 15_000;
/** How long a run may wait for a judge, ms, before the waiting is our fault. */
export const patienceMs = 10_000;
/** How soon a browser whose node went away is back at another, ms; a shorter gap disturbs nobody. */
export const reconnectMs = 5_000;
/** The longest that finding another node can take, ms: what a balancer needs to notice. A longer gap has another cause too. */
const failoverMs = 60_000;
/** Given back for judgements that failed, in one attempt, ms. More is for people: a program can make them fail on purpose. */
const failedJudgementsMs = 10 * 60_000;

const span = (fromMs: number, toMs: number): Span | undefined =>
  toMs > fromMs ? { fromMs, toMs } : undefined;

/** The time in which no node was there, seen by one that is there now; nothing when it was a moment. */
export function findOutage(lastBeatMs: number, nowMs: number): Span | undefined {
  return nowMs - lastBeatMs > silenceMs ? span(lastBeatMs, nowMs) : undefined;
}

/** The part of a wait for the judge, until it began or until now, that is our fault. */
export function findJudgeWait(queuedMs: number, untilMs: number): Span | undefined {
  return span(queuedMs + patienceMs, untilMs);
}

/** The time that a judgement took which failed through no fault of the code; at most what is left of the limit. */
export function findFailedJudgement(
  queuedMs: number,
  failedMs: number,
  givenMs: number,
): Span | undefined {
  return span(queuedMs, Math.min(failedMs, queuedMs + failedJudgementsMs - givenMs));
}

/** The part of a gap between two connections that is our fault, when the node at the other end went away. */
export function findNodeGap(lostMs: number, backMs: number): Span | undefined {
  return backMs - lostMs > reconnectMs
    ? span(lostMs, Math.min(backMs, lostMs + failoverMs))
    : undefined;
}
