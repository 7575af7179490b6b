export { createQueues } from './createQueues.ts';
export { DeliverAgain } from './DeliverAgain.ts';
export { pglitePool } from './postgres/pglitePool.ts';
export type { QueueConnection } from './queueConnection.ts';
export type { Consumer, JobFailure, Queues } from './queues.ts';
export type { JobOwner } from './turns.ts';
