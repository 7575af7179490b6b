import { z } from 'zod';
import { timePercents } from '#clock/deadline.ts';

export const CandidateSource = z
  .enum(['job_board', 'referral', 'agency', 'community', 'own_search', 'other'])
  .describe('Where the candidate was found. Reviewers never see it.')
  .describe(
    "Where a candidate was found. For figures of the organiser's alone; reviewers never see it.",
  );
export type CandidateSource = z.infer<typeof CandidateSource>;

export const ExternalId = z
  .string()
  .trim()
  .min(1, 'An external id has at least one character.')
  .max(200, 'An external id has at most 200 characters.')
  .regex(/^\P{Cc}*$/u, 'An external id is one line, without control characters.')
  .describe('What your system calls this candidacy. Reviewers never see it.')
  .describe(
    'What another system, as an applicant tracking system, calls a candidacy. Reviewers never see it.',
  );

export const EmailAddress = z.email('This is not an email address.');

export const CandidateName = z
  .string()
  .trim()
  .min(1, 'A name is needed.')
  .max(200, 'A name has at most 200 characters.')
  .regex(/^\P{Cc}*$/u, 'A name is one line, without control characters.')
  .describe("A name in one line: a line break in it could become a line of a mail's head.");

export const TimePercent = z
  .int()
  .min(timePercents.min, 'Nobody gets less than the time of the assessment.')
  .max(timePercents.max, `At most ${timePercents.max} % of the time.`)
  .describe('Their share of the time of the assessment, percent: 125 is a quarter more.')
  .describe("The candidate's share of the template's time, percent.");

export const MailTerms = z
  .object({
    mail: z
      .boolean()
      .default(true)
      .describe('Whether the link goes to them by mail, where that is set up.'),
    /** Days before the link ends, for who has not started; 0 for never. */
    remindDays: z
      .int()
      .min(0)
      .max(30)
      .default(3)
      .describe('Days before the end of the link to remind who has not started; 0 for never.'),
  })
  .describe(
    'Whether candidates get their link by mail, where mail is set up, and when they are reminded of it.',
  );

export const InvitationTerms = z
  .object({
    assessmentId: z.uuid(),
    expiresInDays: z
      .int()
      .min(1)
      .max(90)
      .default(14)
      .describe('How long the candidate can start, days.'),
    timePercent: TimePercent.default(100),
    ...MailTerms.shape,
  })
  .describe('What candidates are invited to, and until when.');
