import { type BundleResult, refuse } from '#bundle/bundleProgram.ts';
import { maxProgramLength } from '#bundle/compilerLimits.ts';

/** What a language's engine is given that compiles what it loads: all files, and which of them comes first. */
export function packFiles(files: Record<string, string>, entry: string): BundleResult {
  if (!Object.hasOwn(files, entry))
    return refuse(entry, `The file ${entry} is missing. The program starts there.`);
  const code = JSON.stringify({ files, entry });
  if (code.length <= maxProgramLength) return { ok: true, program: { code, sourceMap: '' } };
  const message = `The program has ${code.length} characters; at most ${maxProgramLength} are possible.`;
  return refuse(entry, message);
}
