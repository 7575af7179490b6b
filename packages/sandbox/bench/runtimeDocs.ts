/**
 * Brings the lists in `docs/runtime/` up to date with what the sandbox exports, and the table of its overview:
 * `npm run -s bench -- runtimeDocs`.
 */
import { updatePages } from './fidelity/updatePages.ts';

for (const path of await updatePages({ write: true })) process.stdout.write(`${path}\n`);
