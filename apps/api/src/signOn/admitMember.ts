import type { StaffRole } from '@assay/contracts/http';
import {
  changeRole,
  type Database,
  findPersonByAccount,
  findPersonByEmail,
  insertMember,
  linkAccount,
  lockAdmins,
  type Person,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import type { Claims } from './OpenIdProvider.ts';
import type { SignOnSettings } from './signOnSettings.ts';

/** Why somebody whom the provider knows does not come in. */
export type SignOnRefusal =
  | 'unverified'
  | 'domain'
  | 'unknown'
  | 'removed'
  | 'other-account'
  | 'role';
export type Admission = { ok: true; memberId: string } | { ok: false; why: SignOnRefusal };

const refuse = (why: SignOnRefusal): Admission => ({ ok: false, why });

/**
 * The member that an account of the provider is: known by issuer and subject; the first time by its verified address,
 * which links the two; or made a member, where the settings say so. Whoever was removed stays out.
 */
export async function admitMember(
  { db, now, announce }: Pick<Services, 'db' | 'now' | 'announce'>,
  settings: SignOnSettings,
  claims: Claims,
): Promise<Admission> {
  const email = claims.email?.toLowerCase();
  if (email === undefined || claims.email_verified !== true) return refuse('unverified');
  if (!isOfDomain(email, settings.domains)) return refuse('domain');
  const role = roleOf(claims, settings);
  if (settings.roleClaim !== undefined && role === undefined) return refuse('role');
  const account = { providerId: `oidc:${settings.issuer}`, accountId: claims.sub };
  const at = now();
  const admission = await db.transaction(async (tx): Promise<Admission & { changed?: boolean }> => {
    const known = await findPersonByAccount(tx, account);
    const person = known ?? (await findPersonByEmail(tx, email, account.providerId));
    if (person?.removedAt) return refuse('removed');
    // The address of somebody who left, given to somebody else, opens nothing.
    if (known === undefined && person?.isLinked) return refuse('other-account');
    if (person === undefined) {
      if (!settings.createsUnknown || role === undefined) return refuse('unknown');
      return addPerson(tx, { name: nameOf(claims, email), email, role, account, at });
    }
    if (known === undefined) await link(tx, { memberId: person.id, account, at });
    const follows = settings.roleClaim !== undefined && role !== undefined;
    const changed = follows && (await followRole(tx, { person, role, at }));
    return { ok: true, memberId: person.id, changed };
  });
  // Pages that are open show what the role before could see.
  if (admission.ok && admission.changed) announce.memberSignedOut(admission.memberId);
  return admission;
}

type Account = { providerId: string; accountId: string };

function isOfDomain(email: string, domains: string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1));
}

/** The role of the first pair whose value the claim has, else the default. */
function roleOf(
  claims: Claims,
  { roleClaim, roles, defaultRole }: SignOnSettings,
): StaffRole | undefined {
  if (roleClaim === undefined) return defaultRole;
  const found = roleClaim
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      claims,
    );
  const values: unknown[] = Array.isArray(found) ? found : [found];
  return roles.find(({ value }) => values.includes(value))?.role ?? defaultRole;
}

/** As it may stand in a mail's head: one line of at most 200 characters. */
const nameOf = ({ name }: Claims, email: string): string =>
  name
    ?.replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200) || email;

async function addPerson(
  tx: Database,
  input: { name: string; email: string; role: StaffRole; account: Account; at: Date },
): Promise<Admission> {
  const { account, at, role } = input;
  const member = await insertMember(tx, input);
  if (member === undefined) return refuse('unknown');
  await recordAudit(tx, {
    at,
    actor: 'system',
    action: 'member.added',
    subject: `member:${member.id}`,
    detail: { role, by: account.providerId },
  });
  await link(tx, { memberId: member.id, account, at });
  return { ok: true, memberId: member.id };
}

async function link(
  tx: Database,
  { memberId, account, at }: { memberId: string; account: Account; at: Date },
): Promise<void> {
  await linkAccount(tx, { memberId, ...account, at });
  await recordAudit(tx, {
    at,
    actor: `staff:${memberId}`,
    action: 'member.linked',
    subject: `member:${memberId}`,
    detail: { provider: account.providerId },
  });
}

/** Gives a member the role that the provider says, unless nobody else would be an admin. Says whether it changed. */
async function followRole(
  tx: Database,
  { person, role, at }: { person: Person; role: StaffRole; at: Date },
): Promise<boolean> {
  if (person.role === role) return false;
  const admins = await lockAdmins(tx);
  if (admins.has(person.id) && admins.size === 1) return false;
  await changeRole(tx, { memberId: person.id, role, at });
  await recordAudit(tx, {
    at,
    actor: 'system',
    action: 'member.role_changed',
    subject: `member:${person.id}`,
    detail: { from: person.role, to: role },
  });
  return true;
}
