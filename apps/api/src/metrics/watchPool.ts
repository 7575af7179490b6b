import { type Registry, watch } from '@assay/telemetry';

type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** Has the connections to the database counted whenever the metrics are read. */
export function watchPool(registry: Registry, pool: Pool): void {
  watch(
    registry,
    {
      name: 'assay_database_connections',
      help: 'Connections of this process to the database, used and idle; and queries that wait for one.',
      labelNames: ['state'],
    },
    () => [
      { labels: { state: 'used' }, value: pool.totalCount - pool.idleCount },
      { labels: { state: 'idle' }, value: pool.idleCount },
      { labels: { state: 'waiting' }, value: pool.waitingCount },
    ],
  );
}
