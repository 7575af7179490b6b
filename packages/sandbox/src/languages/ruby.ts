import { bundleRuby } from '@assay/runtime/bundle';
import { packFiles } from './packFiles.ts';
import { prepareEngine } from './prepareEngine.ts';
import type { SolutionLanguage } from './SolutionLanguage.ts';

/** CRuby in the isolate, which compiles what it loads. */
export const ruby: SolutionLanguage = {
  compile: ({ files, entry }) => Promise.resolve(packFiles(files, entry)),
  prepare: async (base) => {
    // What is made is the binary again, with the memory of a Ruby that has started.
    const enginePaths = (wasmPath: string) => [wasmPath];
    return prepareEngine(base, { name: 'ruby', bundle: await bundleRuby(), enginePaths });
  },
  maxWarm: 1,
};
