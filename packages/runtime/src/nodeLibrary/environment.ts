/** What each file of Node's library finds in its scope beside `require`. */
import '#time/clock.ts';
import './bindings/proxies.ts';
import { version, versions } from 'node:facts';
import { nextTick } from '#time/timers.ts';

export { internalBinding } from './bindings/index.ts';

// Not imported: the bundler would make a getter for each of its nine hundred names, in every context.
export const primordials = require('node:internal/per_context/primordials') as Record<
  string,
  unknown
>;

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
