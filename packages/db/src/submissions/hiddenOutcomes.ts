import type { TestStatus, Verdict } from '@assay/contracts/verdict';

/** What became of a hidden test, for statistics. */
export type HiddenOutcome = { name: string; status: TestStatus };

/** What `jsonb` refuses in a text. */
const refused = /\0/g;

/** What became of each hidden test of a run, without anything that the solution said. */
export function hiddenOutcomes({ tests }: Pick<Verdict, 'tests'>): HiddenOutcome[] {
  return tests
    .filter(({ suite, own }) => suite === 'hidden' && !own)
    .map(({ name, status }) => ({
      name: name.toWellFormed().replaceAll(refused, '\ufffd'),
      status,
    }));
}
