import type { Files } from '@assay/contracts/workspace';
import { describeChange, type Mutant } from './Mutant.ts';
import { proseIgnorer } from './proseIgnorer.ts';

type Location = { start: { line: number; column: number }; end: { line: number; column: number } };

/** The instrumenter wants a log, and has nothing to say that an author should read. */
const silentLog = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

/** The solution with every mutant in it, each switched off, and the list of them. */
export async function instrumentSolution(
  solution: Files,
): Promise<{ files: Files; mutants: Mutant[] }> {
  const programs = Object.entries(solution).filter(([path]) => /\.[cm]?[jt]s$/.test(path));
  // Loaded when it is needed: it brings all of Babel, which takes longer to load than a run takes.
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const { files, mutants } = await new Instrumenter(silentLog).instrument(
    programs.map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: [], excludedMutations: [], ignorers: [proseIgnorer] },
  );
  return {
    files: {
      ...solution,
      ...Object.fromEntries(files.map(({ name, content }) => [name, content])),
    },
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: fileName,
        // Stryker counts both from 0.
        line: location.start.line + 1,
        column: location.start.column + 1,
        mutator: mutatorName,
        change: describeChange(cut(solution[fileName] ?? '', location), replacement ?? ''),
      })),
  };
}

function cut(text: string, { start, end }: Location): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column) ?? '';
  lines[0] = lines[0]?.slice(start.column) ?? '';
  return lines.join('\n');
}
