import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Level } from '#challenge/manifest.ts';
import { RoleDraft } from './role.ts';

export const RoleRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    organisation: z.string(),
    level: Level,
    musts: z.array(z.string()).describe('The names of what it must have, heaviest first.'),
    assessments: z.int().describe('How many assessments are for it.'),
    changedAt: z.iso.datetime(),
  })
  .describe('A role in the list.');
export type RoleRow = z.infer<typeof RoleRow>;

export const Role = RoleDraft.extend({
  id: z.uuid(),
  revision: z.int().describe('Grows with each change; a change says which one it was made on.'),
  changedAt: z.iso.datetime(),
  assessments: z
    .array(z.object({ id: z.uuid(), title: z.string(), version: z.int() }))
    .describe('What is for it, each with the newest version that is.'),
}).describe('A role with all that it says.');
export type Role = z.infer<typeof Role>;

const role = z.object({ roleId: z.uuid() });

/** What people are sought for. */
export const roleContract = {
  listRoles: oc
    .route({ method: 'GET', path: '/roles', summary: 'Roles, by title' })
    .output(z.array(RoleRow)),
  getRole: oc
    .route({ method: 'GET', path: '/roles/{roleId}', summary: 'A role with all that it says' })
    .input(role)
    .output(Role),
  createRole: oc
    .route({ method: 'POST', path: '/roles', successStatus: 201, summary: 'Make a role' })
    .input(RoleDraft)
    .output(Role),
  saveRole: oc
    .route({ method: 'PUT', path: '/roles/{roleId}', summary: 'Change a role' })
    .input(RoleDraft.extend({ ...role.shape, revision: z.int() }))
    .output(Role)
    .errors({ CHANGED_MEANWHILE: { status: 409 } }),
  deleteRole: oc
    .route({
      method: 'DELETE',
      path: '/roles/{roleId}',
      successStatus: 204,
      summary: 'Delete a role that no assessment is for',
    })
    .input(role)
    .errors({ ROLE_IN_USE: { status: 409 } }),
};
