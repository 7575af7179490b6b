import type { JudgedChallenge } from '@assay/contracts/challenge';
import { defaultLimits } from '@assay/contracts/verdict';
import { describe, expect, it } from '@jest/globals';
import { rememberContent } from './rememberContent.ts';

function challenge(hash: string): JudgedChallenge {
  const tests = { public: {}, hidden: {} };
  return {
    slug: 'orders-api',
    hash,
    port: 'http',
    entry: 'index.ts',
    limits: defaultLimits,
    tests,
  };
}

describe('the memory of challenge versions', () => {
  it('loads a version once, also when two submissions ask at the same time', async () => {
    const loads: string[] = [];
    const content = rememberContent(async (hash) => {
      loads.push(hash);
      return challenge(hash);
    });
    await Promise.all([content('a'), content('a')]);
    await content('a');
    expect(loads).toEqual(['a']);
  });

  it('forgets the version that was used longest ago', async () => {
    const loads: string[] = [];
    const content = rememberContent(async (hash) => {
      loads.push(hash);
      return challenge(hash);
    }, 2);
    for (const hash of ['a', 'b', 'a', 'c', 'a', 'b']) await content(hash);
    expect(loads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('asks again after a failure', async () => {
    let fails = true;
    const content = rememberContent(async (hash) => {
      if (fails) throw new Error('no API');
      return challenge(hash);
    });
    await expect(content('a')).rejects.toThrow('no API');
    fails = false;
    await expect(content('a')).resolves.toMatchObject({ hash: 'a' });
  });
});
