import { comparableVerdict } from '@assay/contracts/verdict';
import type { Rig } from '../rig/startRig.ts';
import type { Subject } from '../rig/Subject.ts';

export type ExactnessReport = {
  name: string;
  repeats: number;
  /** Runs beside these that the machine was too busy to judge: no verdict, so there is nothing to compare. */
  unjudged: number;
  /** How many different verdicts came; 1 is exact. */
  distinct: number;
  /** Of the first verdict. */
  hallmark: string;
  statuses: string[];
  /** Each way in which it is not as it must be. */
  problems: string[];
};

/**
 * Judges a subject again and again on one seed, `atOnce` at a time, and counts the verdicts that differ.
 * What was not judged is submitted once more, at most `repeats` times.
 */
export async function tryExactness(
  rig: Rig,
  subject: Subject,
  { repeats, atOnce, seed }: { repeats: number; atOnce: number; seed: number },
): Promise<ExactnessReport> {
  const seen = new Map<string, { count: number; status: string; hallmark: string }>();
  let left = repeats;
  let unjudged = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        const verdict = await rig.submit(subject, seed);
        if (verdict.status === 'sandbox_error' && unjudged < repeats) {
          unjudged += 1;
          left += 1;
          continue;
        }
        const key = comparableVerdict(verdict);
        const { status, hallmark } = verdict;
        seen.set(key, { count: (seen.get(key)?.count ?? 0) + 1, status, hallmark });
      }
    }),
  );
  const verdicts = [...seen.values()];
  const statuses = [...new Set(verdicts.map(({ status }) => status))];
  const wrong = statuses.filter((status) => !subject.statuses.some((right) => right === status));
  const first = [...seen.keys()][0] ?? '';
  return {
    name: subject.name,
    repeats,
    unjudged,
    distinct: seen.size,
    hallmark: verdicts[0]?.hallmark ?? '',
    statuses,
    problems: [
      ...wrong.map((status) => `It is ${status} instead of ${subject.statuses.join(' or ')}.`),
      ...[...seen.keys()]
        .slice(1, 3)
        .map((other) => `A verdict differs: ${firstDifference(first, other)}`),
    ],
  };
}

/** What two texts say where they part. */
function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `… ${around(one)} … and … ${around(other)} …`;
}
