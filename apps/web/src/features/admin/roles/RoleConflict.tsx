import type { RoleDraft } from '@assay/contracts/http';
import { Conflict } from '#features/admin/Conflict.tsx';

const names: Record<keyof RoleDraft, string> = {
  title: 'title',
  organisation: 'who hires',
  level: 'level',
  skills: 'skills',
  sections: 'the job in words',
  description: 'job description',
};

/** Somebody else saved the role first. */
export function RoleConflict(props: {
  mine: RoleDraft;
  theirs: RoleDraft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  return <Conflict names={names} {...props} />;
}
