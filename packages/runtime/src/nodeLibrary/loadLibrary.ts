/** Connects Node's library to the parts of the runtime that it loads when they are first used. */
import DOMException from 'node:internal/per_context/domexception';
// oxlint-disable-next-line no-restricted-imports -- the name is Node's
import { initializeDebugEnv } from 'node:internal/util/debuglog';
import { validateFunction } from 'node:internal/validators';
import { setCallbackValidator } from '#time/timers.ts';
import { registerBinding } from './bindings/index.ts';
import { setModuleLoader } from './bindings/introspection.ts';
import { zlibBinding } from './bindings/zlib.ts';

registerBinding('messaging', DOMException);
registerBinding('performance', {
  constants: {},
  milestones: [],
  now: () => performance.now(),
});

registerBinding('zlib', zlibBinding);

/** Modules of the library that others of it name by a string. */
/* oxlint-disable typescript/no-unsafe-return -- the bundler knows these modules, TypeScript does not */
const lazyModules: Record<string, () => Record<string, unknown>> = {
  'internal/util/parse_args/parse_args': () => require('node:internal/util/parse_args/parse_args'),
  'internal/encoding': () => require('node:internal/encoding'),
  'internal/mime': () => require('node:internal/mime'),
  'internal/util/diff': () => require('node:internal/util/diff'),
  'internal/blob': () => require('node:internal/blob'),
  'internal/file': () => require('node:internal/file'),
};
/* oxlint-enable typescript/no-unsafe-return */

initializeDebugEnv();
setCallbackValidator((callback) => validateFunction(callback, 'callback'));
setModuleLoader((id) => lazyModules[id]?.() ?? {});
