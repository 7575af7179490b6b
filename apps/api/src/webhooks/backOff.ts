/** After the first try that failed, ms; each later pause is four times as long. */
const firstPauseMs = 5_000;
/** The longest pause, ms. */
const longestPauseMs = 8 * 60 * 60_000;
/** How far a pause is drawn away from that, to either side: receivers that were down are not all asked at once. */
const jitter = 0.2;

/** How long to wait after so many tries that failed, ms. Ten tries with nine pauses take about a day. */
export function pauseAfter(tries: number, random = Math.random()): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 4 ** (tries - 1));
  return Math.round(pause * (1 + jitter * (2 * random - 1)));
}
