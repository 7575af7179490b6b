import type { AssessmentDraft } from '@assay/contracts/http';
import { Conflict } from '#features/admin/Conflict.tsx';

const names: Record<keyof AssessmentDraft, string> = {
  title: 'title',
  organisation: 'who invites',
  roleId: 'role',
  clockMode: 'clock',
  minutes: 'time',
  policies: 'what is allowed',
  rules: 'other rules',
  recorded: 'what you record',
  feedback: 'feedback',
  review: 'review',
  retentionDays: 'how long work is kept',
  interview: 'live interview',
  challenges: 'challenges',
};

/** Somebody else saved the assessment, or its next version, first. */
export function AssessmentConflict(props: {
  mine: AssessmentDraft;
  theirs: AssessmentDraft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  return <Conflict names={names} {...props} />;
}
