import { loadPrograms, loadTargets } from '@assay/sandbox/hostile';
import { subjects } from '../exactness/subjects.ts';
import type { Subject } from '../rig/Subject.ts';

const isPlain = ({ challenge }: Subject) => challenge.seedSql === undefined;
const isCheap = ({ statuses }: Subject) => !statuses.includes('cpu_limit');

/** One in twenty has a PostgreSQL, which costs ten times as much to run. */
export function honestSubjects(): Subject[] {
  const plain = subjects.filter((subject) => isPlain(subject) && isCheap(subject));
  const [postgres] = subjects.filter((subject) => !isPlain(subject));
  const round = Array.from({ length: 20 }, (_, index) => plain[index % plain.length]);
  return [...round.slice(1), postgres].filter((subject) => subject !== undefined);
}

/** Every hostile program that is judged, each of which tries to outlive its run, or to forge it, in another way. */
export async function hostileSubjects(): Promise<Subject[]> {
  const [programs, targets] = await Promise.all([loadPrograms(), loadTargets()]);
  return programs.flatMap(({ name, files, expected }) =>
    expected.at === 'judge'
      ? [
          {
            name,
            challenge: targets[expected.target].challenge(expected.limits),
            files,
            statuses: expected.verdict,
          },
        ]
      : [],
  );
}
