import { listAssessments, listInvitations } from '@assay/db';
import { routes } from '#http/routes.ts';
import { presentInvitation } from './presentInvitation.ts';

const pageSize = 25;

export const listAssessmentsRoute = routes.admin.listAssessments.handler(
  async ({ context: { services } }) =>
    (await listAssessments(services.db)).map(({ aiAssistants, documentation, ...assessment }) => ({
      ...assessment,
      policies: { aiAssistants, documentation },
    })),
);

export const listInvitationsRoute = routes.admin.listInvitations.handler(
  async ({ input: { page }, context: { services } }) => {
    const { rows, total } = await listInvitations(services.db, page, pageSize);
    const now = services.now();
    return { rows: rows.map((row) => presentInvitation(row, now)), total, page, pageSize };
  },
);
