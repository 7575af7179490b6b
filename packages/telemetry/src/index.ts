export { currentIds, learnIds, withIds, type WorkIds } from './context/workContext.ts';
export { createLogger } from './createLogger.ts';
export { createRegistry } from './metrics/createRegistry.ts';
export {
  metricsAreKept,
  metricsNeedToken,
  operationsEnvironment,
} from './operations/operationsSettings.ts';
export { type Reading, shared, watch } from './metrics/watch.ts';
export type { Readiness } from './operations/serveOperations.ts';
export { startOperations } from './operations/startOperations.ts';
export { stopOnSignal } from './operations/stopOnSignal.ts';
export {
  currentTraceparent,
  inSpan,
  isTracing,
  startTracing,
  type Span,
} from './tracing/tracing.ts';
export { Counter, Histogram, Registry } from 'prom-client';
