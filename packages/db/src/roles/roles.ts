import { asc, countDistinct, desc, eq, sql } from 'drizzle-orm';
import { assessmentTable } from '#assessments/assessmentTable.ts';
import type { Database } from '#connection/database.ts';
import { roleTable } from './roleTable.ts';

export type RoleRecord = typeof roleTable.$inferSelect;
/** What a role says. */
export type RoleTerms = Pick<
  RoleRecord,
  'title' | 'organisation' | 'level' | 'skills' | 'sections' | 'description'
>;

export async function insertRole(
  tx: Database,
  { at, ...role }: RoleTerms & { id?: string; createdBy?: string; at: Date },
): Promise<string> {
  const id = role.id ?? crypto.randomUUID();
  await tx.insert(roleTable).values({ ...role, id, createdAt: at, changedAt: at });
  return id;
}

export async function findRole(db: Database, id: string): Promise<RoleRecord | undefined> {
  const [row] = await db.select().from(roleTable).where(eq(roleTable.id, id));
  return row;
}

/** Reads a role and keeps it so until the transaction ends. */
export async function lockRole(tx: Database, id: string): Promise<RoleRecord | undefined> {
  const [row] = await tx.select().from(roleTable).where(eq(roleTable.id, id)).for('update');
  return row;
}

export async function updateRole(
  tx: Database,
  id: string,
  { at, ...terms }: RoleTerms & { at: Date },
): Promise<void> {
  const revision = sql`${roleTable.revision} + 1`;
  await tx
    .update(roleTable)
    .set({ ...terms, revision, changedAt: at })
    .where(eq(roleTable.id, id));
}

export async function deleteRole(tx: Database, id: string): Promise<void> {
  await tx.delete(roleTable).where(eq(roleTable.id, id));
}

/** All roles by title, with how many assessments are for each. */
export function listRoles(db: Database) {
  return db
    .select({ role: roleTable, assessments: countDistinct(assessmentTable.templateId) })
    .from(roleTable)
    .leftJoin(assessmentTable, eq(assessmentTable.roleId, roleTable.id))
    .groupBy(roleTable.id)
    .orderBy(asc(roleTable.title), asc(roleTable.id));
}

/** The assessments that are for a role, each with the newest version that is. */
export function listRoleAssessments(db: Database, roleId: string) {
  return db
    .selectDistinctOn([assessmentTable.templateId], {
      id: assessmentTable.id,
      title: assessmentTable.title,
      version: assessmentTable.version,
    })
    .from(assessmentTable)
    .where(eq(assessmentTable.roleId, roleId))
    .orderBy(assessmentTable.templateId, desc(assessmentTable.version));
}
