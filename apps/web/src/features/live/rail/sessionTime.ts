import type { LiveStatus } from '@assay/contracts/live';
import { useEffect, useState } from 'react';

/** When a session began and ended by the server's clock, ms; `undefined` where it has not. */
export type SessionSpan = { startedAt: number | undefined; endedAt: number | undefined };

export function spanOf({ startedAt, endedAt }: LiveStatus): SessionSpan {
  return {
    startedAt: startedAt === undefined ? undefined : Date.parse(startedAt),
    endedAt: endedAt === undefined ? undefined : Date.parse(endedAt),
  };
}

/** The server's clock, ms, anew each second. `offsetMs` is how far it is ahead of this computer's. */
export function useServerClock(offsetMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + offsetMs;
}

/** A span as clocks show it: `4:07`, `1:02:33`. Spans below zero are zero. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3_600);
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A moment of the session in words: `12:30`, `before the start`, `after the end`. */
export function describeMoment(at: number, { startedAt, endedAt }: SessionSpan): string {
  if (startedAt === undefined || at < startedAt) return 'before the start';
  return endedAt !== undefined && at > endedAt ? 'after the end' : formatClock(at - startedAt);
}
