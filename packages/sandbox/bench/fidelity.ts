/**
 * How much of Node a solution finds in the sandbox: `npm run -s bench -- fidelity [--json] [module …]`.
 * Every snippet is run in this Node and in the isolate, and what they print is compared.
 */
import { parseArgs } from 'node:util';
import { measureFidelity } from './fidelity/measureFidelity.ts';
import { presentDifferences, presentTable, summarize } from './fidelity/presentFidelity.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const measured = await measureFidelity(
  ({ module }) => positionals.length === 0 || positionals.includes(module),
);
process.stdout.write(
  values.json
    ? `${JSON.stringify({ node: process.version, modules: summarize(measured), snippets: measured }, null, 2)}\n`
    : `${presentTable(measured)}\n${presentDifferences(measured)}`,
);
