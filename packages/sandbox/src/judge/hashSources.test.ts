import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { sourceFolders } from './hashSources.ts';

const root = resolve(import.meta.dirname, '../../../..');

it('knows every folder from which something comes into what runners start from', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      'packages/sandbox/src/runner/main.ts',
      'packages/sandbox/src/postgres/main.ts',
      'packages/runtime/src/solution/main.ts',
      'packages/runtime/src/grader/main.ts',
    ],
    bundle: true,
    write: false,
    outdir: '.',
    metafile: true,
    platform: 'node',
    external: ['*.node'],
    logLevel: 'silent',
  });
  const own = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'));
  expect(own.length).toBeGreaterThan(100);
  const known = (path: string) => sourceFolders.some((folder) => path.startsWith(`${folder}/`));
  expect(own.filter((path) => !known(path))).toEqual([]);
});
