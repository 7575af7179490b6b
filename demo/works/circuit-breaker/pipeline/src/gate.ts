import type { BreakerState } from './contract.ts';

export type Gate = ReturnType<typeof createGate>;
export type Pass = { once: boolean; report(worked: boolean): void };

/** Decides whether a request may leave, and learns from how it went. */
export function createGate({ failures, restMs }: { failures: number; restMs: number }) {
  let inARow = 0;
  let closedAgainAt: number | undefined;
  let scout = false;

  const restsForMs = () =>
    closedAgainAt === undefined ? 0 : Math.max(0, closedAgainAt - Date.now());
  const state = (): BreakerState => {
    if (closedAgainAt === undefined) return 'closed';
    return restsForMs() > 0 ? 'open' : 'half-open';
  };
  const rest = () => {
    closedAgainAt = Date.now() + restMs;
    scout = false;
  };
  const recover = () => {
    closedAgainAt = undefined;
    scout = false;
    inARow = 0;
  };

  function ask(): Pass | undefined {
    if (state() === 'closed')
      return {
        once: false,
        report(worked) {
          if (closedAgainAt !== undefined) return;
          inARow = worked ? 0 : inARow + 1;
          if (inARow >= failures) rest();
        },
      };
    if (state() === 'open' || scout) return undefined;
    scout = true;
    return { once: true, report: (worked) => (worked ? recover() : rest()) };
  }

  return { ask, state, restsForMs };
}
