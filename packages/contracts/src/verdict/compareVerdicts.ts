import { z } from 'zod';
import { comparableVerdict } from './comparableVerdict.ts';
import { Suite, TestStatus, type TestResult } from './testResult.ts';
import { type Provenance, Verdict } from './verdict.ts';

const VerdictStatus = z.enum(Verdict.options.map((option) => option.shape.status.value));

export const Difference = z
  .discriminatedUnion('what', [
    z.object({ what: z.literal('status'), was: VerdictStatus, is: VerdictStatus }),
    /** A test that ended differently; `null`: it did not run. */
    z.object({
      what: z.literal('test'),
      name: z.string(),
      suite: Suite.exclude(['all']),
      was: TestStatus.nullable(),
      is: TestStatus.nullable(),
    }),
    /** A test with the same status that shows something else: message, console, statements, virtual time. */
    z.object({ what: z.literal('detail'), name: z.string(), parts: z.array(z.string()).min(1) }),
    /** What was judged is not the same. */
    z.object({ what: z.literal('input'), parts: z.array(z.string()).min(1) }),
    /** Beside the tests: what a crash said, where a limit struck, what does not compile. */
    z.object({ what: z.literal('cause') }),
  ])
  .describe('One way in which a second verdict is not the first one.');
export type Difference = z.infer<typeof Difference>;

export const Comparison = z
  .discriminatedUnion('outcome', [
    /** Byte for byte, but for what is measured. */
    z.object({ outcome: z.literal('same') }),
    z.object({ outcome: z.literal('different'), differences: z.array(Difference).min(1) }),
    /** The two cannot be held against each other. `differences` of the results, where there are two. */
    z.object({
      outcome: z.literal('cannot'),
      reason: z.string(),
      differences: z.array(Difference).optional(),
    }),
  ])
  .describe('What judging something once more showed.');
export type Comparison = z.infer<typeof Comparison>;

/** Holds a second verdict on the same submission against the first one. */
export function compareVerdicts(was: Verdict, is: Verdict): Comparison {
  const reason = findHindrance(was, is);
  if (reason === undefined && comparableVerdict(was) === comparableVerdict(is))
    return { outcome: 'same' };
  const differences = listDifferences(was, is);
  if (reason !== undefined) {
    const judged = was.status !== 'sandbox_error' && is.status !== 'sandbox_error';
    return { outcome: 'cannot', reason, ...(judged && { differences }) };
  }
  return {
    outcome: 'different',
    differences: differences.length > 0 ? differences : [{ what: 'cause' }],
  };
}

function findHindrance(was: Verdict, is: Verdict): string | undefined {
  if (was.status === 'sandbox_error') return 'There is no verdict: it could not be judged.';
  if (is.status === 'sandbox_error') return `It could not be judged this time: ${is.message}`;
  const [before, now] = [was.provenance, is.provenance];
  const engine = (['node', 'v8', 'isolatedVm'] as const).find(
    (part) => before.engine[part] !== now.engine[part],
  );
  if (engine !== undefined) {
    const names = { node: 'Node', v8: 'V8', isolatedVm: 'isolated-vm' };
    return `It was judged with ${names[engine]} ${before.engine[engine]}, and this is ${now.engine[engine]}.`;
  }
  if (before.runtimeHash !== now.runtimeHash)
    return 'It was judged by another version of Assay than this one.';
  return undefined;
}

function listDifferences(was: Verdict, is: Verdict): Difference[] {
  const inputs = listChangedInputs(was.provenance, is.provenance);
  const differences: Difference[] = [
    ...(inputs.length > 0 ? [{ what: 'input' as const, parts: inputs }] : []),
    ...(was.status === is.status
      ? []
      : [{ what: 'status' as const, was: was.status, is: is.status }]),
    ...compareTests(was.tests, is.tests),
  ];
  if (was.status === is.status && causeOf(was) !== causeOf(is)) differences.push({ what: 'cause' });
  return differences;
}

/** What decides a verdict, without the engine. */
function listChangedInputs(was: Provenance, is: Provenance): string[] {
  const inputs = {
    challenge: ({ challenge }: Provenance) => challenge.hash,
    code: ({ codeHash }: Provenance) => codeHash,
    suite: ({ suite }: Provenance) => suite,
    seed: ({ seed }: Provenance) => seed,
    limits: ({ limits }: Provenance) => JSON.stringify(limits),
  };
  return Object.entries(inputs).flatMap(([name, read]) => (read(was) === read(is) ? [] : [name]));
}

function compareTests(was: TestResult[], is: TestResult[]): Difference[] {
  const before = new Map(was.map((test) => [keyOf(test), test]));
  const now = new Map(is.map((test) => [keyOf(test), test]));
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys].flatMap((key): Difference[] => {
    const [one, other] = [before.get(key), now.get(key)];
    const named = one ?? other;
    if (named === undefined) return [];
    if (one?.status !== other?.status) {
      const { name, suite } = named;
      return [{ what: 'test', name, suite, was: one?.status ?? null, is: other?.status ?? null }];
    }
    const parts = (['failure', 'console', 'queries', 'virtualMs'] as const).filter(
      (part) => JSON.stringify(one?.[part]) !== JSON.stringify(other?.[part]),
    );
    return parts.length === 0 ? [] : [{ what: 'detail', name: named.name, parts }];
  });
}

const keyOf = ({ suite, name }: TestResult) => `${suite} ${name}`;

/** What a verdict says beside its tests and where it comes from. */
function causeOf({
  tests: _tests,
  usage: _usage,
  provenance: _provenance,
  ...cause
}: Verdict): string {
  const { hallmark: _hallmark, ...said } = cause;
  return JSON.stringify(said);
}
