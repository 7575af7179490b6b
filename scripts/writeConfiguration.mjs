/** `node scripts/writeConfiguration.mjs`: writes docs/configuration.md anew, of the schemas of all environments. */
import { writeFileSync } from 'node:fs';
import { readers } from './configuration/readers.ts';
import { renderConfiguration } from './configuration/renderConfiguration.ts';

writeFileSync(new URL('../docs/configuration.md', import.meta.url), renderConfiguration(readers));
