import { type InterviewPlan, PlanEntry } from '@assay/contracts/live';
import {
  entriesOf,
  type PrivateDocument,
  useEntries,
} from '#features/live/rail/privateDocument.ts';
import type { SessionSpan } from '#features/live/rail/sessionTime.ts';
import { planTimes, sectionKeys } from './planTimes.ts';

/** Where a plan stands, for all interviewers alike: the section that is on, and what was asked. */
export function usePlanProgress({
  plan,
  document,
  span,
  now,
  shown,
}: {
  plan: InterviewPlan;
  document: PrivateDocument | undefined;
  span: SessionSpan;
  /** The server's clock, ms. */
  now: () => number;
  /** The same as it is shown. */
  shown: number;
}) {
  const entries = useEntries(document, PlanEntry);
  const keys = sectionKeys(plan.sections);
  const moves = entries.filter((entry) => entry.kind === 'section');
  const asked = entries.filter((entry) => entry.kind === 'asked');
  const times = planTimes(keys, moves, span, shown);

  const findAsked = (section: string, question: string) =>
    asked.filter((entry) => entry.section === section && entry.question === question);
  const write = (entry: PlanEntry) => {
    if (document !== undefined) entriesOf(document.doc).set(entry.id, entry);
  };
  return {
    ...times,
    keys,
    next: keys[keys.indexOf(times.current ?? '') + 1],
    isAsked: (section: string, question: string) => findAsked(section, question).length > 0,
    moveTo: (section: string) =>
      write({ kind: 'section', id: crypto.randomUUID(), at: now(), section }),
    setAsked: (section: string, question: string, done: boolean) => {
      if (done)
        return write({ kind: 'asked', id: crypto.randomUUID(), at: now(), section, question });
      // Two interviewers may have ticked it at the same moment.
      document?.doc.transact(() => {
        for (const { id } of findAsked(section, question)) entriesOf(document.doc).delete(id);
      });
    },
  };
}

export type PlanProgress = ReturnType<typeof usePlanProgress>;
