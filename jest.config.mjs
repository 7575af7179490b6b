import { availableParallelism } from 'node:os';

/** Suites: `npm test` runs all but the ones that need a browser, servers or patience, which have their own names. */
const special = {
  browser: '\\.browser\\.test\\.ts$',
  scale: '\\.scale\\.test\\.ts$',
  slow: '\\.slow\\.test\\.ts$',
};
const suite = process.env.JEST_SUITE ?? 'unit';

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2024' },
        module: { type: 'es6' },
      },
    ],
  },
  roots: ['<rootDir>/apps', '<rootDir>/packages', '<rootDir>/scripts', '<rootDir>/e2e'],
  testRegex: suite === 'unit' ? '\\.test\\.ts$' : special[suite],
  testPathIgnorePatterns: ['/node_modules/', ...(suite === 'unit' ? Object.values(special) : [])],
  modulePathIgnorePatterns: ['<rootDir>/.assay/', '/dist/'],
  // One more than there are cores: most tests wait for processes of their own.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/scripts/LongestFirst.mjs',
  testTimeout: 60_000,
};
