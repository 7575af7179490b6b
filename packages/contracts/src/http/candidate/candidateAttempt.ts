import { z } from 'zod';
import { Language, LanguageChoice } from '#challenge/language.ts';
import { Level, Port, Slug } from '#challenge/manifest.ts';
import { CreditCause } from '#clock/describeCredit.ts';
import { Limits } from '#verdict/limits.ts';
import { ClockMode, Policies } from './assessmentTerms.ts';

export const AttemptState = z.enum(['invited', 'running', 'finished', 'graded', 'withdrawn']);
export type AttemptState = z.infer<typeof AttemptState>;

export const ChallengeClock = z
  .object({
    startedAt: z.iso.datetime().optional(),
    deadline: z.iso.datetime().optional(),
    finishedAt: z.iso.datetime().optional(),
  })
  .describe(
    'The clock of one challenge. Without `startedAt` it does not run yet, with `finishedAt` no more.',
  );
export type ChallengeClock = z.infer<typeof ChallengeClock>;

export const GivenTime = z
  .object({
    id: z.uuid(),
    cause: CreditCause,
    addedMs: z.number(),
    at: z.iso.datetime(),
    reason: z.string().optional().describe("The organiser's words, when a person gave it."),
  })
  .describe('Time given beyond the allotted, as far as it moved the deadline.');
export type GivenTime = z.infer<typeof GivenTime>;

export const CandidateChallenge = z
  .object({
    slug: Slug,
    title: z.string(),
    summary: z.string(),
    level: Level,
    minutes: z
      .int()
      .describe('What its author thinks it takes; with a clock of its own, what that gives.'),
    clock: ChallengeClock.optional().describe(
      'Present when each challenge has a clock of its own.',
    ),
    skills: z.array(z.string()),
    entry: z.string(),
    languages: z
      .array(LanguageChoice)
      .describe('What it may be solved in; a candidate chooses where there are several.'),
    begunIn: Language.describe(
      'The language of the starter: what was chosen before the start, or the first one.',
    ),
    port: Port,
    postgres: z
      .boolean()
      .describe("Whether runs have a PostgreSQL, filled from the challenge's seed."),
    limits: Limits,
    statement: z.string().optional().describe('Markdown.'),
    hints: z.array(z.string()),
  })
  .describe(
    'A challenge as its candidate sees it. Statement and hints appear once its clock runs.',
  );
export type CandidateChallenge = z.infer<typeof CandidateChallenge>;

export const CandidateAttempt = z.object({
  id: z.uuid(),
  state: AttemptState,
  candidateName: z.string(),
  organisation: z.string(),
  title: z.string(),
  minutes: z.int().describe('All the time that this candidate has, whole minutes.'),
  timePercent: z
    .int()
    .describe(
      "Their share of the template's time, percent; above 100 for those who were given more.",
    ),
  clockMode: ClockMode,
  policies: Policies,
  rules: z.array(z.string()).describe('What else is allowed or not, one sentence each.'),
  recorded: z.array(z.string()).describe('What is recorded and why, one sentence each.'),
  startedAt: z.iso.datetime().optional(),
  deadline: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  opensUntil: z.iso.datetime().optional().describe('Until when the attempt can be started.'),
  credits: z.array(GivenTime).describe('In the order in which it was given.'),
  practice: z.boolean().describe('Whether there is a challenge to practise on.'),
  serverNow: z.iso
    .datetime()
    .describe("The server's clock when it answered; the clock shown is set by it."),
  challenges: z.array(CandidateChallenge),
});
export type CandidateAttempt = z.infer<typeof CandidateAttempt>;
