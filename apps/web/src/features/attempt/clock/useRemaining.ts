import { findRemaining, untilNextSecond } from '@assay/contracts/clock';
import { useEffect, useState } from 'react';

/** A moment more than until the second ends: timers may come a little early. */
const marginMs = 10;

/**
 * Time until `deadline`, ms, by the server's clock; may be negative. `offsetMs` is how far
 * the server is ahead of this computer. Renders again once a second, at the turn of the second.
 */
export function useRemaining(deadline: string | undefined, offsetMs: number): number {
  const endMs = deadline === undefined ? Number.POSITIVE_INFINITY : Date.parse(deadline);
  const [, tick] = useState(0);
  useEffect(() => {
    if (!Number.isFinite(endMs)) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const schedule = () => {
      const left = findRemaining(endMs, Date.now(), offsetMs);
      timer = setTimeout(
        () => {
          tick((count) => count + 1);
          schedule();
        },
        untilNextSecond(left) + marginMs,
      );
    };
    schedule();
    return () => clearTimeout(timer);
  }, [endMs, offsetMs]);
  return findRemaining(endMs, Date.now(), offsetMs);
}
