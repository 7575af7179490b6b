/* oxlint-disable no-restricted-imports -- the table is of all processes, and belongs to none */
import { variables as ofApi } from '../../apps/api/src/env.ts';
import { variables as ofStandalone } from '../../apps/standalone/src/env.ts';
import { variables as ofWorker } from '../../apps/worker/src/env.ts';
import { variables as ofConfinement } from '../../packages/sandbox/src/confinement/env.ts';
import type { Reader } from './renderConfiguration.ts';

/** Every kind of process, with the variables that it reads. */
export const readers: Reader[] = [
  { name: '`npm start`', shape: { ...ofStandalone, ...ofConfinement } },
  { name: 'API', shape: ofApi },
  { name: 'Worker', shape: { ...ofWorker, ...ofConfinement } },
];
