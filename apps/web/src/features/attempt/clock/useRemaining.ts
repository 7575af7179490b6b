import { useEffect, useState } from 'react';

/**
 * Time until `deadline`, ms, by the server's clock; may be negative. `offsetMs` is how far
 * the server is ahead of this computer. Renders again once a second, at the turn of the second.
 */
export function useRemaining(deadline: string | undefined, offsetMs: number): number {
  const end = deadline === undefined ? Number.POSITIVE_INFINITY : Date.parse(deadline);
  const measure = () => end - (Date.now() + offsetMs);
  const [, tick] = useState(0);
  const remaining = measure();
  useEffect(() => {
    if (!Number.isFinite(end)) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const schedule = () => {
      const left = end - (Date.now() + offsetMs);
      const untilNextSecond = ((left % 1_000) + 1_000) % 1_000;
      timer = setTimeout(() => {
        tick((count) => count + 1);
        schedule();
      }, untilNextSecond + 10);
    };
    schedule();
    return () => clearTimeout(timer);
  }, [end, offsetMs]);
  return remaining;
}
