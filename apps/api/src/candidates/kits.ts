import { readdirSync, readFileSync } from 'node:fs';
import { Kit } from '@assay/contracts/http';
import { parse } from 'yaml';

/** Where the kits are: content, a file each, in the order of their names. */
const folder = new URL('../../kits/', import.meta.url);

/** The interviews and checks that come with Assay, by slug. A file that is not a kit keeps the API from starting. */
export const kits: ReadonlyMap<string, Kit> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const kit = Kit.parse(parse(readFileSync(new URL(name, folder), 'utf8')));
      return [kit.slug, kit];
    }),
);
