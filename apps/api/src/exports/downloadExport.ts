import { recordAudit } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { exportTables } from './exportTables.ts';
import { zipTables } from './zipTables.ts';

export const downloadExportRoute = routes.reports.downloadExport
  .use(asStaff)
  .handler(async ({ input: { format, bom }, context: { services, member } }) => {
    const { db, logger } = services;
    const at = services.now();
    // Before the first byte: whoever breaks off has it in part.
    await recordAudit(db, {
      at,
      actor: `staff:${member.id}`,
      action: 'export.downloaded',
      subject: 'organisation:all',
      detail: { format },
    });
    const tables = exportTables({ db, now: at, viewer: member });
    const parts = zipTables(tables, { format, withBom: bom, at });
    const body = ReadableStream.from(
      (async function* () {
        try {
          yield* parts;
        } catch (error) {
          // The answer has begun; breaking it off is all that can still be said.
          logger.error({ err: error }, 'an export broke off');
          throw error;
        }
      })(),
    );
    const day = at.toISOString().slice(0, 10);
    return {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="assay-${day}-${format}.zip"`,
      },
      body,
    };
  });
