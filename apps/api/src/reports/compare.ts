import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { buildReport } from './buildReport.ts';
import { listDifferences } from './listDifferences.ts';

/** Attempts side by side: to each of them goes for the one who asks what goes for its report. */
export const compareRoute = routes.reports.compare
  .use(asStaff)
  .handler(async ({ input: { attemptIds }, context: { services, member } }) => {
    const found = await Promise.all(
      attemptIds.map((id) => buildReport(services, id, { viewer: member, timelines: false })),
    );
    const reports = found.map((report) => report ?? unwrap<never>(notFound));
    return { reports, differences: listDifferences(reports) };
  });
