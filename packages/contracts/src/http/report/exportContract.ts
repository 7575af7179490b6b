import { oc } from '@orpc/contract';
import { z } from 'zod';

export const ExportFormat = z
  .enum(['csv', 'json'])
  .describe('How the tables of an export are written.');
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Everything at once, for those who take it elsewhere. */
export const exportContract = {
  downloadExport: oc
    .route({
      method: 'GET',
      path: '/export',
      summary:
        'Everything that is known of candidates and their attempts, as a ZIP with a file for each table',
      outputStructure: 'detailed',
    })
    .input(
      z.object({
        format: ExportFormat.default('csv'),
        bom: z
          .stringbool()
          .default(false)
          .describe('Whether CSV files begin with a mark by which spreadsheets know UTF-8.'),
      }),
    )
    .output(
      z.object({
        headers: z.record(z.string(), z.string()),
        body: z
          .custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream)
          .describe('`application/zip`, written while it is read.'),
      }),
    ),
};
