import { formatMs } from '@assay/contracts/report';

/** What a test cost, in words: CPU in ms, virtual time in s from a second on, and SQL statements where there were any. */
export function formatCost(cost: {
  cpuMs?: number | undefined;
  virtualMs?: number | undefined;
  queries?: number | undefined;
}): string[] {
  const parts: string[] = [];
  if (cost.cpuMs !== undefined) parts.push(`${formatMs(cost.cpuMs)} CPU`);
  if (cost.virtualMs !== undefined && cost.virtualMs > 0)
    parts.push(`${formatMs(cost.virtualMs)} on the clock`);
  if (cost.queries !== undefined && cost.queries > 0) {
    parts.push(cost.queries === 1 ? '1 query' : `${cost.queries} queries`);
  }
  return parts;
}
