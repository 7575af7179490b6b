import { describe, expect, it } from '@jest/globals';
import { findOutdatedPackage } from './findOutdatedPackage.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'apps/api': { version: '0.1.0' },
    'node_modules/@assay/api': { link: true },
    'node_modules/express': { version: '5.3.0' },
    'node_modules/@swc/core-darwin-arm64': { version: '1.0.0', optional: true },
    'node_modules/express/node_modules/debug': { version: '4.4.0' },
  },
};
const installed = {
  packages: {
    'node_modules/express': { version: '5.3.0' },
    'node_modules/express/node_modules/debug': { version: '4.4.0' },
  },
};

describe('the look for outdated dependencies', () => {
  it('is content when all is as the lock file says, without packages for other systems', () => {
    expect(findOutdatedPackage(lock, installed)).toBeUndefined();
  });

  it('names a package of another version', () => {
    const older = {
      packages: { ...installed.packages, 'node_modules/express': { version: '5.2.0' } },
    };
    expect(findOutdatedPackage(lock, older)).toBe('express');
  });

  it('names a package that is missing, also a nested one', () => {
    const without = { packages: { 'node_modules/express': { version: '5.3.0' } } };
    expect(findOutdatedPackage(lock, without)).toBe('debug');
  });
});
