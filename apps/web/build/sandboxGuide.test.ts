import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
// oxlint-disable-next-line no-restricted-imports -- names alone: what candidates are told is what the sandbox offers
import { nodeModuleNames, packageNames } from '@assay/runtime/modules';
import { describe, expect, it } from '@jest/globals';
import { sandboxGuide } from '#features/attempt/statement/sandboxGuide.ts';

describe('what candidates are told of the sandbox', () => {
  it('names exactly the modules and packages that can be imported', () => {
    const [, packages = '', modules = ''] = sandboxGuide('typescript').split('\n- ');
    const named = (text: string) =>
      Array.from((text.split('\n\n')[0] ?? '').matchAll(/`([^`]+)`/g), ([, name]) => name ?? '');

    expect(named(packages).toSorted()).toEqual([...packageNames].toSorted());
    expect(named(modules).filter((name) => name !== 'node:')).toEqual([...nodeModuleNames]);
  });

  it('names our own modules in Python', () => {
    const library = join(import.meta.dirname, '../../../packages/runtime/src/python/library');
    const ours = readdirSync(library).filter((name) => /^[a-z]+\.py$/.test(name));
    expect(ours).toHaveLength(3);
    for (const name of ours)
      expect(sandboxGuide('python')).toContain(`\`${basename(name, '.py')}\``);
  });
});
