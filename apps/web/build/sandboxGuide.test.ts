// oxlint-disable-next-line no-restricted-imports -- names alone: what candidates are told is what the sandbox offers
import { nodeModuleNames, packageNames } from '@assay/runtime/modules';
import { describe, expect, it } from '@jest/globals';
import { sandboxGuide } from '#features/attempt/statement/sandboxGuide.ts';

describe('what candidates are told of the sandbox', () => {
  it('names exactly the modules and packages that can be imported', () => {
    const [, packages = '', modules = ''] = sandboxGuide.split('\n- ');
    const named = (text: string) =>
      Array.from((text.split('\n\n')[0] ?? '').matchAll(/`([^`]+)`/g), ([, name]) => name ?? '');

    expect(named(packages).toSorted()).toEqual([...packageNames].toSorted());
    expect(named(modules).filter((name) => name !== 'node:')).toEqual([...nodeModuleNames]);
  });
});
