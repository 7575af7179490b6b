import { oc } from '@orpc/contract';
import { z } from 'zod';

export const AuditEntry = z
  .object({
    id: z.int().describe('Counts entries as they are written.'),
    at: z.iso.datetime(),
    actor: z
      .string()
      .describe('`candidate:<attempt>`, `participant:<id>`, `staff:<member>` or `system`.'),
    actorName: z
      .string()
      .optional()
      .describe(
        'The name of a member or a candidate; absent where nobody is known by it any more.',
      ),
    token: z
      .object({ id: z.uuid(), name: z.string().optional() })
      .optional()
      .describe('By which of their API tokens a member acted; absent when they were signed in.'),
    action: z.string().describe('A past tense, by area: `submission.created`.'),
    subject: z.string().describe('What it happened to: `attempt:<id>`.'),
    subjectName: z
      .string()
      .optional()
      .describe(
        'Whose attempt it was, which member, challenge or webhook; absent once it is gone.',
      ),
    page: z
      .string()
      .optional()
      .describe(
        'What shows it: itself, or the `attempt:<id>` of a submission, the `challenge:<slug>` of a version.',
      ),
    detail: z.record(z.string(), z.unknown()),
  })
  .describe('Something that was done: by whom, to what, when.');
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The log of actions. */
export const auditContract = {
  searchAudit: oc
    .route({ method: 'GET', path: '/audit', summary: 'The log of actions, newest first' })
    .input(
      z.object({
        who: z
          .string()
          .max(100)
          .optional()
          .describe('The id of a member, `system`, or `candidates`.'),
        domain: z.string().max(50).optional().describe('The area of actions, as `attempt`.'),
        subject: z.string().max(200).optional().describe('`attempt:<id>`.'),
        from: z.iso.date().optional(),
        to: z.iso.date().optional().describe('The last day that is in it.'),
        search: z
          .string()
          .max(200)
          .optional()
          .describe('In an entry, or in the name of who did it or whose attempt it was.'),
        after: z.string().max(100).optional().describe('Where the page before ended.'),
      }),
    )
    .output(
      z.object({
        rows: z.array(AuditEntry),
        next: z.string().optional().describe('Where the next page begins; absent on the last one.'),
        domains: z.array(z.string()).describe('The areas that there are entries of.'),
      }),
    )
    .errors({ BAD_REQUEST: { status: 400 } }),
};
