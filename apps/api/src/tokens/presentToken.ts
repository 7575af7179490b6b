import type { ApiToken } from '@assay/contracts/http';
import type { ApiTokenRecord } from '@assay/db';

export function presentToken(record: ApiTokenRecord, now: Date): ApiToken {
  const { memberId, memberName, createdAt, expiresAt, lastUsedAt, revokedAt, ...token } = record;
  return {
    ...token,
    member: { id: memberId, name: memberName },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    state: revokedAt !== null ? 'revoked' : expiresAt > now ? 'active' : 'expired',
  };
}
