import type { SentMail } from '@assay/contracts/http';
import type { InvitationMail } from '@assay/db';

export function presentMail({
  kind,
  state,
  createdAt,
  endedAt,
  refusal,
}: InvitationMail): SentMail {
  return {
    kind,
    state,
    createdAt: createdAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(refusal !== null && { refusal }),
  };
}
