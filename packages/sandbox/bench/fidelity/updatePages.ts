import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeModules, presentExports } from './describeModules.ts';

const folder = fileURLToPath(new URL('../../../../docs/runtime/', import.meta.url));

/** `fs/promises` is on the page of `fs`. */
const pageOf = (module: string) => `${module.split('/')[0]}.md`;
const start = (module: string) => `<!-- exports of ${module} -->`;
const end = '<!-- end of exports -->';

/**
 * Compares the lists of exports in `docs/runtime/` with the sandbox, and mends them when asked to.
 * @returns the pages that are out of date.
 * @throws {Error} when a module has no page, or no place for its list in it.
 */
export async function updatePages({ write }: { write: boolean }): Promise<string[]> {
  const stale = new Set<string>();
  for (const module of await describeModules()) {
    const path = `${folder}${pageOf(module.name)}`;
    const page = await readFile(path, 'utf8');
    const from = page.indexOf(start(module.name));
    const to = page.indexOf(end, from);
    if (from < 0 || to < 0)
      throw new Error(`docs/runtime/${pageOf(module.name)} has no place for ${module.name}.`);
    const fresh = `${page.slice(0, from)}${start(module.name)}\n\n${presentExports(module)}\n\n${page.slice(to)}`;
    if (fresh === page) continue;
    stale.add(pageOf(module.name));
    if (write) await writeFile(path, fresh);
  }
  return [...stale];
}
