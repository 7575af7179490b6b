import { join } from 'node:path';
import { build } from 'esbuild';

/** A challenge's reference as one file, so that a journey can type it into one editor tab. */
export async function referenceInOneFile(slug: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [
      join(import.meta.dirname, '..', 'challenges', slug, 'solution', 'src', 'index.ts'),
    ],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    minifyWhitespace: true,
  });
  return outputFiles[0]?.text.trim() ?? '';
}
