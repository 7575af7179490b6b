import { packFiles } from '@assay/challenges';
import { findChallengeSource, recordAudit } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';

/** A version as the archive that `assay challenge pack` makes of it. */
export const downloadVersionRoute = routes.author.downloadVersion
  .use(asStaff)
  .handler(async ({ input: { slug, hash }, context: { services, member } }) => {
    const files = await findChallengeSource(services.db, slug, hash);
    if (files === undefined) return unwrap<never>(notFound);
    const bytes = await packFiles(slug, files);
    // With its hidden tests and its reference.
    await recordAudit(services.db, {
      at: services.now(),
      actor: `staff:${member.id}`,
      action: 'challenge.downloaded',
      subject: `challenge:${slug}`,
      detail: { hash },
    });
    return new File([new Uint8Array(bytes)], `${slug}-${hash.slice(0, 8)}.tgz`, {
      type: 'application/gzip',
    });
  });
