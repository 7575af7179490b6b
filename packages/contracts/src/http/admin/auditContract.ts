import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Something that was done: by whom, to what, when. */
export const AuditEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  /** `candidate:<attempt>`, `participant:<id>`, `staff:<member>` or `system`. */
  actor: z.string(),
  /** The name of a member or a candidate; absent where nobody is known by it any more. */
  actorName: z.string().optional(),
  /** By which of their API tokens a member acted; absent when they were signed in. */
  token: z.object({ id: z.uuid(), name: z.string().optional() }).optional(),
  /** A past tense, by area: `submission.created`. */
  action: z.string(),
  /** What it happened to: `attempt:<id>`. */
  subject: z.string(),
  /** Whose attempt it was, or which member. */
  subjectName: z.string().optional(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The log of actions. */
export const auditContract = {
  searchAudit: oc
    .route({ method: 'GET', path: '/audit', summary: 'The log of actions, newest first' })
    .input(
      z.object({
        /** The id of a member, `system`, or `candidates`. */
        who: z.string().max(100).optional(),
        /** The area of actions, as `attempt`. */
        domain: z.string().max(50).optional(),
        /** `attempt:<id>`. */
        subject: z.string().max(200).optional(),
        from: z.iso.date().optional(),
        /** The last day that is in it. */
        to: z.iso.date().optional(),
        /** In an entry, or in the name of who did it or whose attempt it was. */
        search: z.string().max(200).optional(),
        /** Where the page before ended. */
        after: z.string().max(100).optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(AuditEntry),
        /** Where the next page begins; absent on the last one. */
        next: z.string().optional(),
        /** The areas that there are entries of. */
        domains: z.array(z.string()),
      }),
    )
    .errors({ BAD_REQUEST: { status: 400 } }),
};
