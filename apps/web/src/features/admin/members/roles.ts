import type { StaffRole } from '@assay/contracts/http';

/** What each role is called and may do. */
export const roles: Record<StaffRole, { name: string; may: string }> = {
  reviewer: { name: 'Reviewer', may: 'Reads and grades attempts' },
  interviewer: { name: 'Interviewer', may: 'Reads attempts, leads live sessions and interviews' },
  author: { name: 'Author', may: 'Writes challenges' },
  admin: {
    name: 'Admin',
    may: 'Grades, interviews, writes challenges, invites candidates and adds members',
  },
};

export const roleOrder: StaffRole[] = ['reviewer', 'interviewer', 'author', 'admin'];
