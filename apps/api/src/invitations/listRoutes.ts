import { countSources, listAssessments, listCandidates, listLastMails } from '@assay/db';
import { routes } from '#http/routes.ts';
import { presentMail } from '#mail/presentMail.ts';
import { presentInvitation } from './presentInvitation.ts';

const pageSize = 25;

export const listAssessmentsRoute = routes.admin.listAssessments.handler(
  async ({ context: { services } }) =>
    (await listAssessments(services.db)).map(
      ({
        aiAssistants,
        documentation,
        paste,
        lockedAt,
        changedAt,
        role,
        interview: _interview,
        ...assessment
      }) => ({
        ...assessment,
        ...(lockedAt && { lockedAt: lockedAt.toISOString() }),
        changedAt: changedAt.toISOString(),
        ...(role !== null && { role }),
        policies: { aiAssistants, documentation, paste },
      }),
    ),
);

export const listInvitationsRoute = routes.admin.listInvitations.handler(
  async ({ input, context: { services } }) => {
    const now = services.now();
    const { rows, total } = await listCandidates(services.db, { ...input, pageSize }, now);
    const mails = await listLastMails(
      services.db,
      rows.map(({ attempt }) => attempt.id),
    );
    return {
      rows: rows.map((row) => {
        const mail = mails.get(row.attempt.id);
        return {
          ...presentInvitation(row, now),
          stage: row.stage,
          since: row.since.toISOString(),
          ...(mail && { mail: presentMail(mail) }),
        };
      }),
      total,
      page: input.page,
      pageSize,
    };
  },
);

export const getSourceFiguresRoute = routes.admin.getSourceFigures.handler(
  async ({ input, context: { services } }) =>
    (await countSources(services.db, input)).map(({ source, ...figures }) => ({
      ...(source && { source }),
      ...figures,
    })),
);

export const getMailRoute = routes.admin.getMail.handler(({ context: { services } }) => ({
  ...(services.mailer && { from: services.mailer.from }),
}));
