import { type Exploration, type ExploreStep, HttpAnswer, SqlAnswer } from '@assay/contracts/http';
import { describeVerdict, type TestResult, type Verdict } from '@assay/contracts/verdict';

export type ExploreAnswer = HttpAnswer | SqlAnswer;

/** What one step came to. The attachment comes from a runner: what is none is a problem, and not an error here. */
export function toAnswer(
  steps: readonly ExploreStep[],
  { name, console, virtualMs, cpuMs, queries, failure }: TestResult,
  attachment: string | undefined,
): ExploreAnswer {
  const problem = failure && {
    message: failure.message.replace(/^postgres\.query: /, ''),
    frames: failure.frames,
  };
  const common = { console, virtualMs, cpuMs, queries, ...(problem && { problem }) };
  const kind = steps[Number(name.slice('step '.length))]?.kind ?? 'http';
  if (attachment === undefined) return { kind, ...common };
  const read =
    kind === 'sql'
      ? SqlAnswer.safeParse({ kind, result: parse(attachment), ...common })
      : HttpAnswer.safeParse({ kind, response: parse(attachment), ...common });
  return (
    read.data ?? { kind, ...common, problem: { message: 'The answer is unreadable.', frames: [] } }
  );
}

function parse(attachment: string): unknown {
  try {
    return JSON.parse(attachment);
  } catch {
    return null;
  }
}

/** @throws {Error} for a fault of ours. */
export function toExploration(verdict: Verdict, answers: ExploreAnswer[]): Exploration {
  switch (verdict.status) {
    case 'passed':
    case 'failed':
      return { status: 'done', answers };
    case 'compile_error':
      return { status: 'compile_error', diagnostics: verdict.diagnostics };
    case 'sandbox_error':
      throw new Error(verdict.message);
    case 'crashed': {
      const place = verdict.during.phase === 'load' ? ' while it was loading' : '';
      return {
        status: 'stopped',
        message: `Your code crashed${place}: ${verdict.message}`,
        answers,
      };
    }
    case 'no_tests':
    case 'cpu_limit':
    case 'wall_limit':
    case 'memory_limit':
    case 'output_limit':
      return { status: 'stopped', message: describeVerdict(verdict, 'public'), answers };
  }
}
