import { ApiToken, InvitationRow, type StaffRole, type TokenScope } from '@assay/contracts/http';
import { insertMember } from '@assay/db';
import { z } from 'zod';
import { type ApiClient, apiClient } from './apiClient.ts';
import type { TestApi } from './startTestApi.ts';

const Made = z.object({ token: ApiToken, secret: z.string() });
const Invited = z.object({ invitation: InvitationRow, link: z.url() });

/** Somebody of staff who has followed their sign-in link. */
export async function signIn(
  api: Pick<TestApi, 'url' | 'db' | 'createSignInLink'>,
  role: StaffRole,
): Promise<ApiClient> {
  const client = apiClient(api);
  const email = `${role}-${crypto.randomUUID()}@assay.test`;
  await insertMember(api.db, { name: `The ${role}`, email, role, at: new Date() });
  const link = await api.createSignInLink(email);
  const answer = await client.get(`/api/auth/magic-link/verify?token=${link.split('/').at(-1)}`);
  if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.text}`);
  return client;
}

/** A program with a token that a member made. */
export async function makeToken(
  api: Pick<TestApi, 'url'>,
  member: ApiClient,
  scopes: TokenScope[],
  expiresInDays = 90,
) {
  const answer = await member.post('/api/tokens', { name: 'A program', scopes, expiresInDays });
  const { secret, token } = Made.parse(answer.body);
  return { client: apiClient(api, { authorization: `Bearer ${secret}` }), secret, token };
}

/** A candidate who has opened their invitation; with `started`, whose clock runs. */
export async function invite(
  api: TestApi,
  options: { started?: boolean; name?: string; email?: string; externalId?: string } = {},
) {
  const admin = await signIn(api, 'admin');
  const answer = await admin.post('/api/invitations', {
    assessmentId: api.assessmentId,
    candidateName: options.name ?? 'Noor Haddad',
    ...(options.externalId && { externalId: options.externalId }),
    candidateEmail: options.email ?? `${crypto.randomUUID()}@candidate.test`,
  });
  const { invitation, link } = Invited.parse(answer.body);
  const client = apiClient(api);
  await client.post('/api/candidate/session', { token: link.split('/').at(-1) });
  const { attemptId } = invitation;
  if (options.started) await client.post(`/api/attempts/${attemptId}/start`);
  return { client, admin, attemptId, invitation, link, path: `/api/attempts/${attemptId}` };
}
