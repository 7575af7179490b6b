import { z } from 'zod';
import { Limits } from '#verdict/limits.ts';
import { Files } from '#workspace/files.ts';
import { Language } from './language.ts';
import { ChallengeManifest, Port, Slug } from './manifest.ts';

/** What the judge needs of a challenge. The tests in it never leave the trusted side. */
export const JudgedChallenge = z.object({
  slug: Slug,
  /** SHA-256 of the whole folder, hex; names this version for ever. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  port: Port,
  /** Where a solution in TypeScript begins. */
  entry: z.string(),
  /** What a solution may be written in, the first one unless it shows another; absent: TypeScript alone. */
  languages: z.array(Language).min(1).optional(),
  limits: Limits,
  tests: z.object({ public: Files, hidden: Files }),
  /** SQL that fills the PostgreSQL of each run; absent when the challenge has none. */
  seedSql: z.string().optional(),
});
export type JudgedChallenge = z.infer<typeof JudgedChallenge>;

/** One version of a challenge, as stored: content that never changes under its hash. */
export const ChallengeVersion = z.object({
  manifest: ChallengeManifest,
  /** Markdown. */
  statement: z.string(),
  starter: Files,
  solution: Files,
  /** Starter and reference in the other languages that the challenge allows. */
  translations: z.partialRecord(Language, z.object({ starter: Files, solution: Files })).optional(),
  /** Markdown: why the reference is as it is, for candidates who may read it afterwards. */
  writeUp: z.string().optional(),
  judged: JudgedChallenge,
});
export type ChallengeVersion = z.infer<typeof ChallengeVersion>;
