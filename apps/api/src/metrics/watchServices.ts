import { findOldestQueued } from '@assay/db';
import { shared, watch } from '@assay/telemetry';
import type { RealtimeServer } from '#realtime/announcer.ts';
import type { Services } from '#services.ts';
import { soon } from './soon.ts';

/** Has queues, database, sockets and documents looked at whenever the metrics are read. */
export function watchServices(
  { metrics, queues, rooms, db, now }: Services,
  io: RealtimeServer,
): void {
  const { registry } = metrics;
  watch(
    registry,
    { name: 'assay_sockets', help: 'Browsers that are connected to this process.' },
    () => [{ value: io.engine.clientsCount }],
  );
  watch(
    registry,
    {
      name: 'assay_documents_open',
      help: 'Workspaces and live documents in the memory of this process.',
    },
    () => [{ value: rooms.size }],
  );

  const measure = shared(() => soon(queues.measure()));
  watch(
    registry,
    { name: 'assay_queue_up', help: 'Whether the queues answered just now.' },
    async () => [{ value: (await measure()) === undefined ? 0 : 1 }],
  );
  watch(
    registry,
    {
      name: 'assay_queue_jobs',
      help: 'Jobs in a queue, by what they wait for. The same from every API.',
      labelNames: ['queue', 'state'],
    },
    async () =>
      ((await measure()) ?? []).flatMap(({ queue, jobs }) =>
        Object.entries(jobs).map(([state, value]) => ({ labels: { queue, state }, value })),
      ),
  );
  watch(
    registry,
    {
      name: 'assay_queue_oldest_job_age_seconds',
      help: 'How long the next job of a queue has waited; 0 when none waits. The same from every API.',
      labelNames: ['queue'],
    },
    async () =>
      ((await measure()) ?? []).map(({ queue, oldestS }) => ({
        labels: { queue },
        value: oldestS,
      })),
  );

  const oldest = shared(() => soon(findOldestQueued(db).then((at) => ({ at }))));
  watch(
    registry,
    { name: 'assay_database_up', help: 'Whether the database answered just now.' },
    async () => [{ value: (await oldest()) === undefined ? 0 : 1 }],
  );
  watch(
    registry,
    {
      name: 'assay_oldest_queued_submission_age_seconds',
      help: 'How long the oldest submission that no worker has begun has waited, by the database. The same from every API.',
    },
    async () => {
      const found = await oldest();
      if (found === undefined) return [];
      const { at } = found;
      return [
        { value: at === undefined ? 0 : Math.max(0, now().getTime() - at.getTime()) / 1_000 },
      ];
    },
  );
}
