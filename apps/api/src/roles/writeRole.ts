import type { Member, RoleDraft } from '@assay/contracts/http';
import * as db from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { loadRole } from './loadRole.ts';

export const createRoleRoute = routes.hiring.createRole
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const roleId = await createRole(services, input, member);
    return unwrap(await loadRole(services.db, roleId)).role;
  });

export const saveRoleRoute = routes.hiring.saveRole
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { roleId, revision, ...draft } = input;
    unwrap(await saveRole(services, { roleId, revision, draft, member }));
    return unwrap(await loadRole(services.db, roleId)).role;
  });

export const deleteRoleRoute = routes.hiring.deleteRole
  .use(asStaff)
  .handler(async ({ input: { roleId }, context: { services, member } }) => {
    unwrap(await deleteRole(services, roleId, member));
  });

const termsOf = ({ description, ...draft }: RoleDraft): db.RoleTerms => ({
  ...draft,
  description: description ?? null,
});

const trace = (action: `role.${string}`, roleId: string, member: Member, at: Date) =>
  ({ at, actor: `staff:${member.id}`, action, subject: `role:${roleId}` }) as const;

async function createRole(
  { db: database, now }: Services,
  draft: RoleDraft,
  member: Member,
): Promise<string> {
  const at = now();
  return database.transaction(async (tx) => {
    const roleId = await db.insertRole(tx, { ...termsOf(draft), createdBy: member.id, at });
    await db.recordAudit(tx, trace('role.created', roleId, member, at));
    return roleId;
  });
}

/** Changes a role, if it is still what its editor saw. */
async function saveRole(
  { db: database, now }: Services,
  change: { roleId: string; revision: number; draft: RoleDraft; member: Member },
): Promise<{ ok: true } | Refusal> {
  const { roleId, revision, draft, member } = change;
  const at = now();
  return database.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
    const found = await db.lockRole(tx, roleId);
    if (found === undefined) return notFound;
    if (found.revision !== revision) return changedMeanwhile;
    await db.updateRole(tx, roleId, { ...termsOf(draft), at });
    await db.recordAudit(tx, {
      ...trace('role.changed', roleId, member, at),
      detail: { revision: revision + 1 },
    });
    return { ok: true };
  });
}

/** Deletes a role that no version of an assessment names. */
async function deleteRole(
  { db: database, now }: Services,
  roleId: string,
  member: Member,
): Promise<{ ok: true } | Refusal> {
  return database.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
    // Assessments are made for it under the same lock's foreign key.
    if ((await db.lockRole(tx, roleId)) === undefined) return notFound;
    if ((await db.listRoleAssessments(tx, roleId)).length > 0) return inUse;
    await db.deleteRole(tx, roleId);
    await db.recordAudit(tx, trace('role.deleted', roleId, member, now()));
    return { ok: true };
  });
}

const changedMeanwhile = refusal(
  'CHANGED_MEANWHILE',
  409,
  'Somebody has changed this role since you opened it. What you wrote is kept on this page; nothing is overwritten.',
);
const inUse = refusal(
  'ROLE_IN_USE',
  409,
  'An assessment is for this role. It stays, so that what was assessed can be understood later.',
);
