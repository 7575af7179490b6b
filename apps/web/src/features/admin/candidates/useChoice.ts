import type { CandidateRow } from '@assay/contracts/http';
import { useState } from 'react';

type Person = Pick<CandidateRow, 'attemptId' | 'candidateName'>;

/** Who is chosen to be compared; it stays while one filters and turns pages. */
export type Choice = {
  chosen: readonly Person[];
  toggle: (person: Person) => void;
  clear: () => void;
};

export function useChoice(): Choice {
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  return {
    chosen,
    toggle: ({ attemptId, candidateName }) =>
      setChosen((before) =>
        before.some((one) => one.attemptId === attemptId)
          ? before.filter((one) => one.attemptId !== attemptId)
          : [...before, { attemptId, candidateName }],
      ),
    clear: () => setChosen([]),
  };
}
