import type { Member, Report } from '@assay/contracts/http';
import type { Services } from '#services.ts';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { buildReport } from './buildReport.ts';
import { writeReport } from './pdf/writeReport.ts';

export const getReportRoute = routes.reports.getReport
  .use(asStaff)
  .handler(({ input: { attemptId }, context: { services, member } }) =>
    getReport(services, attemptId, member),
  );

export const downloadReportRoute = routes.reports.downloadReport
  .use(asStaff)
  .handler(async ({ input: { attemptId, paper }, context: { services, member } }) => {
    const report = await getReport(services, attemptId, member);
    const bytes = await writeReport(report, paper);
    // Named by the attempt: names of people do not go into headers and logs.
    const name = `report-${attemptId.slice(0, 4).toUpperCase()}.pdf`;
    return new File([bytes], name, { type: 'application/pdf' });
  });

async function getReport(services: Services, attemptId: string, viewer: Member): Promise<Report> {
  const report = await buildReport(services, attemptId, { viewer, timelines: true });
  return report ?? unwrap<never>(notFound);
}
