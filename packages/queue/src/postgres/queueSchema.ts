/** Where BullMQ keeps its tables and functions; its statements name them without a schema. */
export const queueSchema = 'bullmq';
