import { ChallengeManifest, type ChallengeProblem } from '@assay/contracts/challenge';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { throwProblems } from '#ChallengeError.ts';

export type ParsedManifest = {
  manifest: ChallengeManifest;
  /** The line of the value at `path`, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** Reads `challenge.yaml`. Throws a ChallengeError with a line for each problem; `file` names it there. */
export function parseManifest(text: string, file: string): ParsedManifest {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  throwProblems(
    document.errors.map(({ message, pos }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      message,
    })),
  );

  const lineOf = (path: readonly PropertyKey[]) =>
    lines.linePos(offsetOf(document.contents, path)).line;
  const parsed = ChallengeManifest.safeParse(document.toJS() ?? {});
  if (parsed.success) return { manifest: parsed.data, lineOf };

  const problems = parsed.error.issues.map((issue) => describeIssue(issue, lineOf));
  throwProblems(problems.map((problem) => ({ file, ...problem })));
  throw parsed.error;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  lineOf: ParsedManifest['lineOf'],
): Omit<ChallengeProblem, 'file'> {
  const name = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => [...issue.path, key].map(String).join('.'));
    return {
      line: lineOf([...issue.path, issue.keys[0] ?? '']),
      message: `Nothing reads ${keys.join(', ')}. Remove it or correct its spelling.`,
    };
  }
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    issue.message.includes('undefined')
  ) {
    return {
      line: lineOf(issue.path),
      message: `${name} is missing. Add it; expected is: ${issue.expected}.`,
    };
  }
  return { line: lineOf(issue.path), message: `${name}: ${issue.message}` };
}

/** Where the value at `path` begins, or its key, or the deepest thing around it that exists. */
function offsetOf(node: unknown, path: readonly PropertyKey[]): number {
  const [key, ...rest] = path;
  const start = isNodeWithRange(node) ? node.range[0] : 0;
  if (key === undefined) return start;
  if (isSeq(node)) return node.items[Number(key)] ? offsetOf(node.items[Number(key)], rest) : start;
  if (!isMap(node)) return start;
  const pair = node.items.find((item) => String(item.key) === String(key));
  if (!pair) return start;
  const keyStart = isNodeWithRange(pair.key) ? pair.key.range[0] : start;
  return rest.length === 0 ? keyStart : offsetOf(pair.value, rest);
}

function isNodeWithRange(node: unknown): node is Node & { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
