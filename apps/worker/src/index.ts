export type { ContentPort } from './content/contentPort.ts';
export { startWorker, type RunningWorker } from './startWorker.ts';
