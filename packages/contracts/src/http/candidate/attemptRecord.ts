import { z } from 'zod';
import { CreditCause } from '#clock/index.ts';
import { Slug } from '#challenge/manifest.ts';
import { Files } from '#workspace/files.ts';
import { CandidateSource } from '#http/admin/invitee.ts';
import { SentMail } from '#http/admin/mail.ts';
import { LiveRun } from '#live/liveRun.ts';
import { LiveRole, LiveState } from '#live/liveSession.ts';
import { AttemptState } from './candidateAttempt.ts';
import { FeedbackComment } from './feedback.ts';
import { CandidateSubmission } from './candidateSubmission.ts';

const moment = z.iso.datetime();
const span = { at: moment, until: moment.optional() };

export const RecordEntry = z
  .discriminatedUnion('kind', [
    /** Changes of files within one minute. */
    z.object({
      kind: z.literal('edit'),
      ...span,
      challenge: Slug,
      paths: z.array(z.string()),
      changes: z.int().describe('How many changes were saved.'),
      inserted: z.int().describe('UTF-16 code units.'),
      deleted: z.int().describe('UTF-16 code units.'),
    }),
    z.object({
      kind: z.literal('run'),
      at: moment,
      submissionId: z.uuid(),
      challenge: Slug,
      suite: z.enum(['public', 'hidden']),
      sentBy: z.enum(['candidate', 'deadline']),
      summary: z
        .string()
        .optional()
        .describe('The outcome in one sentence; absent while there is none.'),
    }),
    z.object({ kind: z.literal('exploration'), at: moment, challenge: Slug, steps: z.int() }),
    /** The page was not in front. Without `until` nobody came back to it. */
    z.object({ kind: z.literal('away'), ...span }),
    z.object({
      kind: z.literal('paste'),
      at: moment,
      challenge: Slug,
      path: z.string(),
      length: z.int().describe('UTF-16 code units.'),
      fromHere: z.boolean(),
      text: z
        .string()
        .optional()
        .describe('What was pasted, where the history of the file has it as one piece.'),
    }),
    /** No browser of the candidate was connected. */
    z.object({ kind: z.literal('gap'), ...span, side: z.enum(['ours', 'theirs']) }),
    /** Time that was given back, because of us or by a person. */
    z.object({
      kind: z.literal('credit'),
      at: moment,
      length: z.int().describe('ms.'),
      cause: CreditCause,
      reason: z.string().describe("The giver's words; empty when there are none."),
    }),
    /** A question to the organiser, or an answer. */
    z.object({
      kind: z.literal('message'),
      at: moment,
      by: z.enum(['candidate', 'staff']),
      text: z.string(),
    }),
    /** A line of the log of actions; `times` of the same in a row. */
    z.object({
      kind: z.literal('log'),
      ...span,
      action: z.string(),
      by: z.enum(['candidate', 'staff', 'system']),
      times: z.int(),
      detail: z.record(z.string(), z.unknown()).describe('Facts that belong to it.'),
    }),
  ])
  .describe('Something that was recorded, at one moment or from `at` until `until`.');
export type RecordEntry = z.infer<typeof RecordEntry>;

export const RecordedKind = z
  .object({
    title: z.string(),
    why: z.string(),
    onErasure: z.string(),
  })
  .describe(
    'One kind of data that is kept, why, and what becomes of it when the attempt is erased.',
  );
export type RecordedKind = z.infer<typeof RecordedKind>;

export const ErasureRequest = z
  .object({ requestedAt: moment, dueAt: moment })
  .describe('A wish to be forgotten, and by when it is fulfilled at the latest.');
export type ErasureRequest = z.infer<typeof ErasureRequest>;

/** A live session that went on from the work of an attempt, as far as its candidate sees it. */
const RecordedSession = z.object({
  title: z.string(),
  state: LiveState,
  minutes: z.int().describe('Planned.'),
  submissionId: z.uuid().optional(),
  createdAt: moment,
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  people: z.array(z.object({ role: LiveRole, name: z.string() })),
  events: z
    .array(
      z.object({
        at: moment,
        kind: z.string(),
        name: z.string().optional().describe('Whom it is about.'),
        detail: z.record(z.string(), z.unknown()),
      }),
    )
    .describe('Oldest first.'),
  messages: z
    .array(z.object({ at: moment, name: z.string(), text: z.string() }))
    .describe('The chat, oldest first.'),
});

/** What comparing a submission with those of others has shown, without whose they are. Counts are of runs of a few tokens. */
const RecordedComparison = z.object({
  challenge: Slug,
  submissionId: z.uuid(),
  comparedAt: moment.optional().describe('Absent while it waits.'),
  comparedWith: z.int().optional().describe('Other attempts that there were then.'),
  own: z.int(),
  given: z.int().describe('Of the starter and the statement.'),
  frequent: z.int().describe('That too many have to say anything.'),
  unread: z.int().describe('Files that could not be read.'),
  pairs: z
    .array(z.object({ shared: z.int(), percent: z.int() }))
    .describe('With whom it shares more than is usual by chance, those that share most first.'),
});

export const AttemptRecord = z
  .object({
    preparedAt: moment,
    person: z.object({ name: z.string(), email: z.string(), since: moment }),
    invitation: z.object({
      createdAt: moment,
      expiresAt: moment,
      source: CandidateSource.optional().describe(
        'Where the organiser found you; absent when nobody said.',
      ),
      externalId: z
        .string()
        .optional()
        .describe(
          'What another system of the organiser calls your application; absent when none has said.',
        ),
      sessions: z
        .array(z.object({ createdAt: moment, expiresAt: moment }))
        .describe('Browsers that opened the link.'),
      mails: z.array(SentMail).describe('Mails with the link, sent to you or tried.'),
    }),
    attempt: z.object({
      id: z.uuid(),
      title: z.string(),
      organisation: z.string(),
      state: AttemptState,
      createdAt: moment,
      startedAt: moment.optional(),
      deadline: moment.optional(),
      finishedAt: moment.optional(),
      seed: z.int().describe('The number that every run of the attempt drew its randomness from.'),
      timePercent: z
        .int()
        .describe('The share of the usual time that was given, percent. Reviewers never see it.'),
      withdrawnAt: moment.optional(),
      challenges: z.array(z.object({ slug: Slug, title: z.string(), version: z.string() })),
    }),
    timeline: z.array(RecordEntry).describe('Oldest first.'),
    liveSessions: z.array(RecordedSession).describe('Oldest first.'),
    declared: z
      .array(z.object({ question: z.string(), answer: z.string(), month: z.iso.date() }))
      .describe('What one said of oneself, which nobody of staff sees; `month` is its first day.'),
    comparisons: z.array(RecordedComparison).describe('Oldest first.'),
    reviews: z
      .object({ begun: z.int(), submitted: z.int() })
      .describe(
        'Reviews of the work: how many were begun and how many submitted. Their words appear once they are released.',
      ),
    feedbackReleasedAt: moment
      .optional()
      .describe('When comments on the work were released to the candidate.'),
    keptUntil: moment.describe(
      'Until when all this is kept; it is erased then without anybody asking.',
    ),
    erasure: ErasureRequest.optional(),
    kinds: z.array(RecordedKind).describe('What is kept, kind by kind.'),
  })
  .describe('Everything that is kept about an attempt.');
export type AttemptRecord = z.infer<typeof AttemptRecord>;

export const FullAttemptRecord = AttemptRecord.extend({
  submissions: z
    .array(CandidateSubmission.extend({ files: Files }))
    .describe('Runs and submissions with the files that they froze, newest first.'),
  workspaces: z
    .array(
      z.object({
        challenge: Slug,
        files: Files,
        updates: z.array(z.object({ at: moment, author: z.string(), bytes: z.base64() })),
      }),
    )
    .describe('The history of the files: Yjs updates, which any program with Yjs can replay.'),
  liveSessions: z.array(
    RecordedSession.extend({
      runs: z
        .array(z.object({ name: z.string(), run: LiveRun }))
        .describe(
          'Runs of the shared code, oldest first, with what came of them, and the name of who asked.',
        ),
      documents: z
        .array(
          z.object({
            name: z.string(),
            updates: z.array(z.object({ at: moment, author: z.string(), bytes: z.base64() })),
          }),
        )
        .describe(
          'The histories of code and whiteboard, as those of the files. Authors are numbers of people in the session.',
        ),
    }),
  ),
  feedback: z
    .object({ message: z.string(), comments: z.array(FeedbackComment) })
    .optional()
    .describe('What was released to the candidate.'),
  connections: z
    .array(
      z.object({
        openedAt: moment,
        closedAt: moment.optional(),
        closedBy: z
          .enum(['node', 'network'])
          .optional()
          .describe('Whether the network ended it or a node of ours.'),
      }),
    )
    .describe('Live connections as the server saw them.'),
}).describe('The record with all that is behind it, to take away.');
export type FullAttemptRecord = z.infer<typeof FullAttemptRecord>;
