import type { SourceFrame } from '@assay/contracts/verdict';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { type Program, wrapperLines } from './bundleProgram.ts';

/** Frames that a failure shows at most. */
const maxFrames = 8;
const framePattern =
  /(?:at (?:async )?(?:(?<function>[^\s(]+(?: \[as [^\]]+\])?) )?\(?|@)(?<program>solution|tests(?:-\d+)?)\.js:(?<line>\d+):(?<column>\d+)/;

export type ProgramMaps = { solution: Program; tests: Program[] };

/** The lines of a stack that are the candidate's or the author's own code, in their own files. */
export function createFrameMapper({
  solution,
  tests,
}: ProgramMaps): (stack: string) => SourceFrame[] {
  const maps = new Map<string, TraceMap>();
  const mapOf = (name: string) => {
    const known = maps.get(name);
    if (known) return known;
    const program = name === 'solution' ? solution : tests[Number(name.split('-')[1] ?? 0)];
    const map = new TraceMap(program?.sourceMap || '{"version":3,"sources":[],"mappings":""}');
    maps.set(name, map);
    return map;
  };
  return (stack) =>
    stack
      .split('\n')
      .flatMap((text): SourceFrame[] => {
        const found = framePattern.exec(text)?.groups;
        if (!found) return [];
        const { program = '', line: row, column: shown } = found;
        const line = Number(row) - wrapperLines;
        const column = Number(shown) - 1;
        // A stack is text of the program's own: it may name places that there cannot be.
        if (line < 1 || column < 0) return [];
        const position = originalPositionFor(mapOf(program), { line, column });
        if (position.source === null || !position.source.startsWith('workspace:')) return [];
        const name = found['function'];
        return [
          {
            in: program === 'solution' ? 'solution' : 'tests',
            file: position.source.slice('workspace:'.length),
            line: position.line,
            column: position.column + 1,
            ...(name && name !== 'new' && name !== 'eval' ? { function: name } : {}),
          },
        ];
      })
      .slice(0, maxFrames);
}
