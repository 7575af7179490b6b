/** What each file of Node's library finds in its scope beside `require`. */
import '#time/clock.ts';
import './bindings/proxies.ts';
import { version, versions } from 'node:facts';
import { nextTick } from '#time/timers.ts';

export { internalBinding } from './bindings/index.ts';
export { default as primordials } from 'node:internal/per_context/primordials';

/** `process`, before `#node/process.ts` makes the rest of it. */
export const process: Record<string, unknown> = {
  arch: 'x64',
  platform: 'linux',
  version,
  versions,
  env: {},
  features: {},
  noDeprecation: false,
  nextTick,
  emitWarning: () => {},
};
