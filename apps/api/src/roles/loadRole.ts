import type { Role, RoleRow } from '@assay/contracts/http';
import {
  type Database,
  findRole,
  listRoleAssessments,
  listRoles,
  type RoleRecord,
} from '@assay/db';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { routes } from '#http/routes.ts';

export const getRoleRoute = routes.hiring.getRole.handler(
  async ({ input: { roleId }, context: { services } }) =>
    unwrap(await loadRole(services.db, roleId)).role,
);

export const listRolesRoute = routes.hiring.listRoles.handler(async ({ context: { services } }) =>
  (await listRoles(services.db)).map(({ role, assessments }) => presentRow(role, assessments)),
);

/** A role as those who organise see it. */
export async function loadRole(
  db: Database,
  id: string,
): Promise<{ ok: true; role: Role } | Refusal> {
  const found = await findRole(db, id);
  if (found === undefined) return notFound;
  const { revision, title, organisation, level, skills, sections, description, changedAt } = found;
  return {
    ok: true,
    role: {
      id,
      revision,
      title,
      organisation,
      level,
      skills,
      sections,
      ...(description !== null && { description }),
      changedAt: changedAt.toISOString(),
      assessments: await listRoleAssessments(db, id),
    },
  };
}

function presentRow(
  { id, title, organisation, level, skills, changedAt }: RoleRecord,
  assessments: number,
): RoleRow {
  const musts = skills
    .filter(({ need }) => need === 'must')
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
  return {
    id,
    title,
    organisation,
    level,
    musts,
    assessments,
    changedAt: changedAt.toISOString(),
  };
}
