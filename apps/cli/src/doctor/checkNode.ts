import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Finding, fails, well } from './Finding.ts';

const Root = z.object({ version: z.string(), devDependencies: z.object({ node: z.string() }) });
const root = new URL('../../../../package.json', import.meta.url);

/** Whether this is the Node that this version of Assay is made for. */
export async function checkNode(running = process.versions.node): Promise<Finding> {
  const { version, devDependencies } = Root.parse(JSON.parse(await readFile(root, 'utf8')));
  const told = `Assay ${version} on Node ${running}`;
  return running.split('.')[0] === devDependencies.node.split('.')[0]
    ? well('versions', told)
    : fails(
        'versions',
        `${told}, and it judges on Node ${devDependencies.node}`,
        'Start it by npm, or with node_modules/.bin/node.',
      );
}
