import { bundlePython } from '@assay/runtime/bundle';
import { packFiles } from './packFiles.ts';
import { prepareEngine } from './prepareEngine.ts';
import type { SolutionLanguage } from './SolutionLanguage.ts';

/** CPython in the isolate, which compiles what it loads. */
export const python: SolutionLanguage = {
  compile: ({ files, entry }) => Promise.resolve(packFiles(files, entry)),
  prepare: async (base) => {
    const bundle = await bundlePython();
    const enginePaths = (memoryPath: string) => [...bundle.partPaths, memoryPath];
    return prepareEngine(base, { name: 'python', bundle, enginePaths });
  },
  maxWarm: 1,
};
