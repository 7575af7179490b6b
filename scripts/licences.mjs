/** `node scripts/licences.mjs`: lists what an installation runs with, and under which licence. */
import { readFileSync } from 'node:fs';
import { isAllowed, listLicences } from './security/licences.ts';

const lockFile = new URL('../package-lock.json', import.meta.url);
const list = listLicences(JSON.parse(readFileSync(lockFile, 'utf8')));
for (const { name, version, licence } of list) console.log(`${licence}\t${name}\t${version}`);
process.exitCode = list.every(isAllowed) ? 0 : 1;
