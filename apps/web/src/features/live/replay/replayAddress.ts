import type { ReplaySpan } from '#features/replay/replaySource.ts';

/** Which part of a session is shown, and where one begins in it, ms since 1970. */
export type ReplayWanted = { at?: number | undefined; span?: ReplaySpan | undefined };

/** The address of a replay. Its moments are seconds since the start of the session. */
export function replayAddress(
  sessionId: string,
  startMs: number,
  { at, span }: ReplayWanted = {},
): string {
  const search = new URLSearchParams();
  const put = (name: string, ms: number | undefined) => {
    if (ms !== undefined) search.set(name, String(Math.round((ms - startMs) / 100) / 10));
  };
  put('from', span?.fromMs);
  put('to', span?.untilMs);
  put('at', at);
  const query = search.size === 0 ? '' : `?${search}`;
  return `/live/${sessionId}/replay${query}`;
}

/** What an address asks for; what is no moment in it is left out. */
export function readReplayAddress(search: URLSearchParams, startMs: number): ReplayWanted {
  const read = (name: string) => {
    const seconds = Number(search.get(name) ?? Number.NaN);
    return Number.isFinite(seconds) ? startMs + seconds * 1_000 : undefined;
  };
  const [fromMs, untilMs, at] = [read('from'), read('to'), read('at')];
  const isSpan = fromMs !== undefined && untilMs !== undefined && fromMs < untilMs;
  return { at, ...(isSpan && { span: { fromMs, untilMs } }) };
}
