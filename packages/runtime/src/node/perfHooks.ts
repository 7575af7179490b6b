/** `node:perf_hooks`: the virtual clock; nothing is observed. */
import { unavailable } from './unavailable.ts';

export const { performance } = globalThis;

export default unavailable('node:perf_hooks', { performance });
