import type { PastePreview } from '@assay/contracts/http';
import { listInvitees } from '@assay/db';
import type { Services } from '#services.ts';
import { routes } from '#http/routes.ts';
import { readPaste } from './paste/readPaste.ts';

export const previewInvitationsRoute = routes.admin.previewInvitations.handler(
  ({ input, context: { services } }) => previewInvitations(services, input),
);

/** What a pasted list would invite, with those who hold an invitation to the assessment already marked. */
async function previewInvitations(
  { db, now }: Services,
  { assessmentId, text }: { assessmentId: string; text: string },
): Promise<PastePreview> {
  const preview = readPaste(text);
  const emails = preview.rows.map(({ email }) => email.toLowerCase()).filter(Boolean);
  const known = await listInvitees(db, { assessmentId, emails, now: now() });
  for (const { email, problems } of preview.rows) {
    const earlier = known.get(email.toLowerCase());
    if (earlier === undefined) continue;
    const day = earlier.toISOString().slice(0, 10);
    problems.push({
      field: 'email',
      message: `Invited to this assessment already, on ${day}. Delete the row; to send the link again, use that invitation.`,
    });
  }
  return preview;
}
