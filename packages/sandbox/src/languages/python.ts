import { type BundleResult, refuse } from '#bundle/bundleProgram.ts';
import { maxProgramLength } from '#bundle/compilerLimits.ts';
import { preparePython } from './preparePython.ts';
import type { SolutionLanguage } from './SolutionLanguage.ts';

/** CPython in the isolate, which compiles what it loads. */
export const python: SolutionLanguage = {
  compile: ({ files, entry }) => Promise.resolve(pack(files, entry)),
  prepare: preparePython,
  maxWarm: 1,
};

function pack(files: Record<string, string>, entry: string): BundleResult {
  if (!Object.hasOwn(files, entry))
    return refuse(entry, `The file ${entry} is missing. The program starts there.`);
  const code = JSON.stringify({ files, entry });
  if (code.length <= maxProgramLength) return { ok: true, program: { code, sourceMap: '' } };
  const message = `The program has ${code.length} characters; at most ${maxProgramLength} are possible.`;
  return refuse(entry, message);
}
