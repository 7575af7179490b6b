/** What the documentation says of each module, from what both sides really export. */
import { builtinModules } from 'node:module';
import { nodeModuleNames } from '@assay/runtime/modules';
import { compare } from './compare.ts';

export type ModuleExports = { name: string; there: string[]; absent: string[] };

const program = (name: string) => ({
  code: `import * as all from 'node:${name}'; const m = all.default ?? all; console.log(JSON.stringify(Object.keys(m).sort()));`,
});

const read = (lines: string[]): string[] => JSON.parse(lines.at(-1) ?? '[]') as string[];

/** For each module that solutions may import: which of Node's exports it has, and which not. */
export async function describeModules(): Promise<ModuleExports[]> {
  const names = nodeModuleNames.filter((name) => builtinModules.includes(name));
  const pairs = await compare(names.map(program));
  return names.map((name, index) => {
    const node = read(pairs[index]?.node.lines ?? []);
    const sandbox = new Set(read(pairs[index]?.sandbox.lines ?? []));
    const visible = node.filter((key) => !key.startsWith('_'));
    return {
      name,
      there: visible.filter((key) => sandbox.has(key)),
      absent: visible.filter((key) => !sandbox.has(key)),
    };
  });
}

/** The part of a page between its markers. */
export function presentExports({ there, absent }: ModuleExports): string {
  const list = (keys: string[]) => keys.map((key) => `\`${key}\``).join(', ');
  return [
    there.length > 0 ? `**There:** ${list(there)}.` : '',
    absent.length > 0
      ? `**Not there**, and named by an error when used: ${list(absent)}.`
      : 'All that Node exports is there.',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}
