import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail } from './fail.mjs';
import { root } from './root.mjs';

/** The file of the benchmark `name`: `bench/<name>.ts` of the package that it measures, or of the journeys in a browser. */
export function findBench(name) {
  const members = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((member) => join(root, group, member)),
  );
  const found = [...members, join(root, 'e2e')].flatMap((member) => {
    const dir = join(member, 'bench');
    return existsSync(dir) ? readdirSync(dir).map((file) => join(dir, file)) : [];
  });
  const benches = found.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const bench = benches.find((file) => basename(file, '.ts') === name);
  const names = benches.map((file) => basename(file, '.ts')).join(', ');
  return bench ?? fail(`There is no benchmark "${name}". There are: ${names || 'none'}.`, 2);
}
