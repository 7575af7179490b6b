import { z } from 'zod';
import { Level, Port, Slug } from '#challenge/manifest.ts';
import { Limits } from '#verdict/limits.ts';

export const AttemptState = z.enum(['invited', 'running', 'finished', 'graded', 'withdrawn']);
export type AttemptState = z.infer<typeof AttemptState>;

/** A challenge as its candidate sees it. Statement and hints appear once the clock runs. */
export const CandidateChallenge = z.object({
  slug: Slug,
  title: z.string(),
  summary: z.string(),
  level: Level,
  minutes: z.int(),
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
  minutes: z.int(),
  /** What is allowed, one sentence each. */
  rules: z.array(z.string()),
  /** What is recorded and why, one sentence each. */
  recorded: z.array(z.string()),
  startedAt: z.iso.datetime().optional(),
  deadline: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** The server's clock when it answered; the clock shown is set by it. */
  serverNow: z.iso.datetime(),
  challenges: z.array(CandidateChallenge),
});
export type CandidateAttempt = z.infer<typeof CandidateAttempt>;
