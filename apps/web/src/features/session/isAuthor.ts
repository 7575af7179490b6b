import type { StaffRole } from '@assay/contracts/http';

/** Whether a role may see and change what is in challenges; the server decides it again. */
export function isAuthor(role: StaffRole): boolean {
  return role === 'author' || role === 'admin';
}
