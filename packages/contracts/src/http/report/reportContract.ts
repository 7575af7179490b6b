import { oc } from '@orpc/contract';
import { z } from 'zod';
import { maxCompared } from '#report/maxCompared.ts';
import { Report } from './report.ts';

export const Paper = z
  .enum(['a4', 'letter'])
  .describe('The sheets that a report can be laid out on.');
export type Paper = z.infer<typeof Paper>;

const attempt = z.object({ attemptId: z.uuid() });

export const ReportComparison = z
  .object({
    reports: z.array(Report).describe('In the order in which they were asked for.'),
    differences: z
      .array(z.string())
      .describe('What keeps them from being compared as they stand, a sentence each.'),
  })
  .describe('Attempts side by side, each as its report says it, without timelines.');
export type ReportComparison = z.infer<typeof ReportComparison>;

/** What is handed on: all that is known of an attempt. */
export const reportContract = {
  getReport: oc
    .route({
      method: 'GET',
      path: '/reports/attempts/{attemptId}',
      summary: 'The report on an attempt, as far as the one who asks may see it',
    })
    .input(attempt)
    .output(Report),
  downloadReport: oc
    .route({
      method: 'GET',
      path: '/reports/attempts/{attemptId}/pdf',
      summary: 'The same report as a PDF',
    })
    .input(attempt.extend({ paper: Paper.default('a4') }))
    .output(z.file()),
  compare: oc
    .route({
      method: 'GET',
      path: '/reports/comparison',
      summary:
        'Attempts side by side on the same criteria, as far as the one who asks may see them',
    })
    .input(
      z.object({
        attemptIds: z
          .array(z.uuid())
          .min(2, 'Choose at least two.')
          .max(maxCompared, `At most ${maxCompared} can be compared.`)
          .refine((ids) => new Set(ids).size === ids.length, { message: 'One is there twice.' }),
      }),
    )
    .output(ReportComparison),
};
