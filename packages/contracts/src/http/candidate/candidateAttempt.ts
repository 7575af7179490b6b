import { z } from 'zod';
import { Level, Port, Slug } from '#challenge/manifest.ts';
import { CreditCause } from '#clock/describeCredit.ts';
import { Limits } from '#verdict/limits.ts';
import { ClockMode, Policies } from './assessmentTerms.ts';

export const AttemptState = z.enum(['invited', 'running', 'finished', 'graded', 'withdrawn']);
export type AttemptState = z.infer<typeof AttemptState>;

/** The clock of one challenge. Without `startedAt` it does not run yet, with `finishedAt` no more. */
export const ChallengeClock = z.object({
  startedAt: z.iso.datetime().optional(),
  deadline: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
});
export type ChallengeClock = z.infer<typeof ChallengeClock>;

/** Time given beyond the allotted, as far as it moved the deadline. */
export const GivenTime = z.object({
  id: z.uuid(),
  cause: CreditCause,
  addedMs: z.number(),
  at: z.iso.datetime(),
  /** The organiser's words, when a person gave it. */
  reason: z.string().optional(),
});
export type GivenTime = z.infer<typeof GivenTime>;

/** A challenge as its candidate sees it. Statement and hints appear once its clock runs. */
export const CandidateChallenge = z.object({
  slug: Slug,
  title: z.string(),
  summary: z.string(),
  level: Level,
  /** What its author thinks it takes; with a clock of its own, what that gives. */
  minutes: z.int(),
  /** Present when each challenge has a clock of its own. */
  clock: ChallengeClock.optional(),
  skills: z.array(z.string()),
  entry: z.string(),
  port: Port,
  /** Whether runs have a PostgreSQL, filled from the challenge's seed. */
  postgres: z.boolean(),
  limits: Limits,
  /** Markdown. */
  statement: z.string().optional(),
  hints: z.array(z.string()),
});
export type CandidateChallenge = z.infer<typeof CandidateChallenge>;

export const CandidateAttempt = z.object({
  id: z.uuid(),
  state: AttemptState,
  candidateName: z.string(),
  organisation: z.string(),
  title: z.string(),
  /** All the time that this candidate has, whole minutes. */
  minutes: z.int(),
  /** Their share of the template's time, percent; above 100 for those who were given more. */
  timePercent: z.int(),
  clockMode: ClockMode,
  policies: Policies,
  /** What else is allowed or not, one sentence each. */
  rules: z.array(z.string()),
  /** What is recorded and why, one sentence each. */
  recorded: z.array(z.string()),
  startedAt: z.iso.datetime().optional(),
  deadline: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** Until when the attempt can be started. */
  opensUntil: z.iso.datetime().optional(),
  /** In the order in which it was given. */
  credits: z.array(GivenTime),
  /** Whether there is a challenge to practise on. */
  practice: z.boolean(),
  /** The server's clock when it answered; the clock shown is set by it. */
  serverNow: z.iso.datetime(),
  challenges: z.array(CandidateChallenge),
});
export type CandidateAttempt = z.infer<typeof CandidateAttempt>;
