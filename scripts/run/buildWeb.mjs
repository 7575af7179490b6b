import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root } from './root.mjs';
import { runNode } from './runNode.mjs';

const stamp = join(root, 'apps/web/dist/.sources');
/** All that goes into the web app. */
const sources = [
  'apps/web',
  'packages/contracts/src',
  'packages/runtime/src/moduleNames.ts',
  'packages/runtime/types',
  'packages/workspace/src',
  'package-lock.json',
];
const made = new Set(['dist', 'node_modules', '.turbo', '.cache']);

/** Builds the web app unless what is built comes from the present sources. */
export async function buildWeb() {
  const hash = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error('Building the web app: it is new, or its sources have changed.');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const code = await runNode([vite, 'build', 'apps/web', '--logLevel', 'error'], {
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) fail('The web app could not be built; the reason is above. Nothing was started.');
  writeFileSync(stamp, hash);
}

function hashSources() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(listFiles)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Every file below `path`, relative to the repository, in the order of their names. */
function listFiles(path) {
  if (/\.(json|ts)$/.test(path)) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !made.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(child);
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [child] : [];
    });
}
