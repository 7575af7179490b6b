export { createQueues } from './createQueues.ts';
export { DeliverAgain } from './DeliverAgain.ts';
export { pglitePool } from './postgres/pglitePool.ts';
export { inspectRedis, type RedisFacts } from './redis/inspectRedis.ts';
export type { QueueConnection } from './queueConnection.ts';
export type { JobOwner } from './turns.ts';
export type { Consumer, JobFailure, QueueMeasure, Queues } from './queues.ts';
