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

/** Something that was recorded, at one moment or from `at` until `until`. */
export const RecordEntry = z.discriminatedUnion('kind', [
  /** Changes of files within one minute. */
  z.object({
    kind: z.literal('edit'),
    ...span,
    challenge: Slug,
    paths: z.array(z.string()),
    /** How many changes were saved. */
    changes: z.int(),
    /** UTF-16 code units. */
    inserted: z.int(),
    /** UTF-16 code units. */
    deleted: z.int(),
  }),
  z.object({
    kind: z.literal('run'),
    at: moment,
    submissionId: z.uuid(),
    challenge: Slug,
    suite: z.enum(['public', 'hidden']),
    sentBy: z.enum(['candidate', 'deadline']),
    /** The outcome in one sentence; absent while there is none. */
    summary: z.string().optional(),
  }),
  z.object({ kind: z.literal('exploration'), at: moment, challenge: Slug, steps: z.int() }),
  /** The page was not in front. Without `until` nobody came back to it. */
  z.object({ kind: z.literal('away'), ...span }),
  z.object({
    kind: z.literal('paste'),
    at: moment,
    challenge: Slug,
    path: z.string(),
    /** UTF-16 code units. */
    length: z.int(),
    fromHere: z.boolean(),
    /** What was pasted, where the history of the file has it as one piece. */
    text: z.string().optional(),
  }),
  /** No browser of the candidate was connected. */
  z.object({ kind: z.literal('gap'), ...span, side: z.enum(['ours', 'theirs']) }),
  /** Time that was given back, because of us or by a person. */
  z.object({
    kind: z.literal('credit'),
    at: moment,
    /** ms. */
    length: z.int(),
    cause: CreditCause,
    /** The giver's words; empty when there are none. */
    reason: z.string(),
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
    /** Facts that belong to it. */
    detail: z.record(z.string(), z.unknown()),
  }),
]);
export type RecordEntry = z.infer<typeof RecordEntry>;

/** One kind of data that is kept, why, and what becomes of it when the attempt is erased. */
export const RecordedKind = z.object({
  title: z.string(),
  why: z.string(),
  onErasure: z.string(),
});
export type RecordedKind = z.infer<typeof RecordedKind>;

/** A wish to be forgotten, and by when it is fulfilled at the latest. */
export const ErasureRequest = z.object({ requestedAt: moment, dueAt: moment });
export type ErasureRequest = z.infer<typeof ErasureRequest>;

/** A live session that went on from the work of an attempt, as far as its candidate sees it. */
const RecordedSession = z.object({
  title: z.string(),
  state: LiveState,
  /** Planned. */
  minutes: z.int(),
  submissionId: z.uuid().optional(),
  createdAt: moment,
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  people: z.array(z.object({ role: LiveRole, name: z.string() })),
  /** Oldest first. */
  events: z.array(
    z.object({
      at: moment,
      kind: z.string(),
      /** Whom it is about. */
      name: z.string().optional(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  /** The chat, oldest first. */
  messages: z.array(z.object({ at: moment, name: z.string(), text: z.string() })),
});

/** What comparing a submission with those of others has shown, without whose they are. Counts are of runs of a few tokens. */
const RecordedComparison = z.object({
  challenge: Slug,
  submissionId: z.uuid(),
  /** Absent while it waits. */
  comparedAt: moment.optional(),
  /** Other attempts that there were then. */
  comparedWith: z.int().optional(),
  own: z.int(),
  /** Of the starter and the statement. */
  given: z.int(),
  /** That too many have to say anything. */
  frequent: z.int(),
  /** Files that could not be read. */
  unread: z.int(),
  /** With whom it shares more than is usual by chance, those that share most first. */
  pairs: z.array(z.object({ shared: z.int(), percent: z.int() })),
});

/** Everything that is kept about an attempt. */
export const AttemptRecord = z.object({
  preparedAt: moment,
  person: z.object({ name: z.string(), email: z.string(), since: moment }),
  invitation: z.object({
    createdAt: moment,
    expiresAt: moment,
    /** Where the organiser found you; absent when nobody said. */
    source: CandidateSource.optional(),
    /** What another system of the organiser calls your application; absent when none has said. */
    externalId: z.string().optional(),
    /** Browsers that opened the link. */
    sessions: z.array(z.object({ createdAt: moment, expiresAt: moment })),
    /** Mails with the link, sent to you or tried. */
    mails: z.array(SentMail),
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
    /** The number that every run of the attempt drew its randomness from. */
    seed: z.int(),
    /** The share of the usual time that was given, percent. Reviewers never see it. */
    timePercent: z.int(),
    withdrawnAt: moment.optional(),
    challenges: z.array(z.object({ slug: Slug, title: z.string(), version: z.string() })),
  }),
  /** Oldest first. */
  timeline: z.array(RecordEntry),
  /** Oldest first. */
  liveSessions: z.array(RecordedSession),
  /** What one said of oneself, which nobody of staff sees; `month` is its first day. */
  declared: z.array(z.object({ question: z.string(), answer: z.string(), month: z.iso.date() })),
  /** Oldest first. */
  comparisons: z.array(RecordedComparison),
  /** Reviews of the work: how many were begun and how many submitted. Their words appear once they are released. */
  reviews: z.object({ begun: z.int(), submitted: z.int() }),
  /** When comments on the work were released to the candidate. */
  feedbackReleasedAt: moment.optional(),
  /** Until when all this is kept; it is erased then without anybody asking. */
  keptUntil: moment,
  erasure: ErasureRequest.optional(),
  /** What is kept, kind by kind. */
  kinds: z.array(RecordedKind),
});
export type AttemptRecord = z.infer<typeof AttemptRecord>;

/** The record with all that is behind it, to take away. */
export const FullAttemptRecord = AttemptRecord.extend({
  /** Runs and submissions with the files that they froze, newest first. */
  submissions: z.array(CandidateSubmission.extend({ files: Files })),
  /** The history of the files: Yjs updates, which any program with Yjs can replay. */
  workspaces: z.array(
    z.object({
      challenge: Slug,
      files: Files,
      updates: z.array(z.object({ at: moment, author: z.string(), bytes: z.base64() })),
    }),
  ),
  liveSessions: z.array(
    RecordedSession.extend({
      /** Runs of the shared code, oldest first, with what came of them, and the name of who asked. */
      runs: z.array(z.object({ name: z.string(), run: LiveRun })),
      /** The histories of code and whiteboard, as those of the files. Authors are numbers of people in the session. */
      documents: z.array(
        z.object({
          name: z.string(),
          updates: z.array(z.object({ at: moment, author: z.string(), bytes: z.base64() })),
        }),
      ),
    }),
  ),
  /** What was released to the candidate. */
  feedback: z.object({ message: z.string(), comments: z.array(FeedbackComment) }).optional(),
  /** Live connections as the server saw them. */
  connections: z.array(
    z.object({
      openedAt: moment,
      closedAt: moment.optional(),
      /** Whether the network ended it or a node of ours. */
      closedBy: z.enum(['node', 'network']).optional(),
    }),
  ),
});
export type FullAttemptRecord = z.infer<typeof FullAttemptRecord>;
