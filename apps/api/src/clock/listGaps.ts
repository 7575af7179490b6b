import { findGaps, reconnectMs, type Span } from '@assay/contracts/clock';
import type { ConnectionGap } from '@assay/contracts/http';
import type { CandidateConnection } from '@assay/db';

/**
 * The stretches between a candidate's connections that are long enough to disturb, and whose side they were on.
 * Expects the connections oldest first.
 */
export function listGaps(
  connections: readonly CandidateConnection[],
  until: Date,
): ConnectionGap[] {
  const [first] = connections;
  if (first === undefined) return [];
  const untilMs = until.getTime();
  const spans = connections.map(({ openedAt, closedAt }): Span => ({
    fromMs: openedAt.getTime(),
    toMs: closedAt?.getTime() ?? untilMs,
  }));
  return findGaps(spans, { fromMs: first.openedAt.getTime(), toMs: untilMs })
    .filter(({ fromMs, toMs }) => toMs - fromMs > reconnectMs)
    .map(({ fromMs, toMs }) => ({
      from: new Date(fromMs).toISOString(),
      ...(toMs < untilMs && { to: new Date(toMs).toISOString() }),
      side: connections.some((one) => one.closedBy === 'node' && one.closedAt?.getTime() === fromMs)
        ? 'ours'
        : 'theirs',
    }));
}
