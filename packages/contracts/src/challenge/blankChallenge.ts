import { defaultLimits } from '#verdict/limits.ts';
import type { Files } from '#workspace/files.ts';
import type { JudgedChallenge } from './challengeVersion.ts';

/** Where a workspace that belongs to no challenge begins, the first that it has. */
export const blankEntries = ['src/index.ts', 'src/index.js', 'index.ts', 'index.js'] as const;

/** What a workspace without a challenge is run as; nothing, when it has no file to begin with. */
export function blankChallenge(files: Files): JudgedChallenge | undefined {
  const entry = blankEntries.find((path) => Object.hasOwn(files, path));
  if (entry === undefined) return undefined;
  return {
    slug: 'blank',
    hash: '0'.repeat(64),
    port: 'http',
    entry,
    limits: defaultLimits,
    tests: { public: {}, hidden: {} },
  };
}
