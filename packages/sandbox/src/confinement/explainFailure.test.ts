import { describe, expect, it } from '@jest/globals';
import { endingSignal } from './endRunner.ts';
import { explainFailure } from './explainFailure.ts';
import { findNamespaces } from './findNamespaces.ts';

describe('why namespaces cannot be had', () => {
  it.each([
    ['bwrap: No permissions to create new namespace, likely because …', /unprivileged processes/],
    ['bwrap: setting up uid map: Permission denied', /unprivileged processes/],
    ['bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted', /unprivileged processes/],
    ['bwrap: Unknown option --disable-userns', /too old/],
    ["bwrap: Can't find source path /srv/assay: Permission denied", /cannot read the files/],
  ])('is explained for %s', (output, explanation) => {
    const line = explainFailure(`The runner did not start: exit code 1: ${output}\nand more`);
    expect(line).toMatch(explanation);
    expect(line).toContain(output);
    expect(line).not.toContain('\n');
  });

  it('is told as it was said when nobody has met it before', () => {
    expect(explainFailure('exit code 3: what?\n')).toBe('exit code 3: what?');
  });

  it('is said of a bubblewrap that was named and is none', () => {
    expect(() => findNamespaces({ PATH: '', ASSAY_BWRAP: '/no/bwrap' })).toThrow(
      'ASSAY_BWRAP names /no/bwrap, which is no program',
    );
  });
});

describe('how a runner ended', () => {
  it('is known by its signal, also when bubblewrap passes it on', () => {
    expect(endingSignal(null, 'SIGKILL')).toBe('SIGKILL');
    expect(endingSignal(134, null)).toBe('SIGABRT');
    expect(endingSignal(139, null)).toBe('SIGSEGV');
    expect(endingSignal(1, null)).toBeUndefined();
    expect(endingSignal(0, null)).toBeUndefined();
  });
});
