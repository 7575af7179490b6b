export { type CollectedSpan, startCollector } from './startCollector.ts';
