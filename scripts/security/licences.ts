import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

export type Licensed = { name: string; version: string; licence: string };

/** Licences that may be passed on with ours. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/** Packages that may be passed on with ours under another licence, because their files are as they were. */
const unchanged = new Set(['pyodide']);

/** Packages whose package.json names no licence, with the one that their LICENSE or README has. */
const read: Record<string, string> = {
  fuzzy: 'MIT',
  khroma: 'MIT',
  'png-js': 'MIT',
  'xmlhttprequest-ssl': 'MIT',
};

/** What an installation runs with, by the lock file, with licences; without what only tests and builds need. */
export function listLicences(lockFile: unknown): Licensed[] {
  return Object.entries(Lock.parse(lockFile).packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: license ?? read[name] ?? 'none' };
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether the licence of a package, an SPDX expression, can be met by allowed ones: all of an `AND`, one of an `OR`. */
export function isAllowed({ name, licence }: Pick<Licensed, 'name' | 'licence'>): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR '))
    return bare.split(' OR ').some((one) => isAllowed({ name, licence: one }));
  if (bare === 'MPL-2.0' && unchanged.has(name)) return true;
  return bare.split(' AND ').every((one) => allowed.has(one));
}
