import { countMembers } from '@assay/db';
import type { Services } from '#services.ts';
import { addMember } from './addMember.ts';

/** Adds an admin when there are no members at all, and answers a link that signs them in. */
export async function createFirstAdmin(
  services: Services,
  email: string,
): Promise<string | undefined> {
  if ((await countMembers(services.db)) > 0) return undefined;
  const added = await addMember(services, {
    name: 'Administrator',
    email,
    role: 'admin',
    actor: 'system',
  });
  return added.ok ? services.staffAuth.createSignInLink(added.member.email) : undefined;
}
