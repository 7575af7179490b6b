import type { SolutionLanguage } from './SolutionLanguage.ts';

/** TypeScript and JavaScript: bundled outside, run by the isolate itself. */
export const typescript: SolutionLanguage = {
  compile: ({ files, entry }, bundler) => bundler.bundle({ files, entry, name: 'solution.js' }),
  prepare: (base) => Promise.resolve(base),
  maxWarm: Infinity,
};
