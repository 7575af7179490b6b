import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const dist = join(import.meta.dirname, '..', 'apps', 'web', 'dist');

/** Adds up what the scripts weigh, gzipped, that a page has asked for since; bytes. The server may send them smaller still. */
export function weighScripts(page: Page): () => number {
  const paths = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') paths.add(new URL(response.url()).pathname);
  });
  return () => [...paths].reduce((sum, path) => sum + weigh(join(dist, path)), 0);
}

/** The build gzips what is worth it. */
function weigh(file: string): number {
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
}
