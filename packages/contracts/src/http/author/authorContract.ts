import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ChallengeProblem } from '#challenge/challengeProblem.ts';
import { ChallengeManifest, Level, Port, Slug } from '#challenge/manifest.ts';
import { VerifyReport } from '#challenge/verification.ts';
import { Files } from '#workspace/files.ts';

/** A version of a challenge: SHA-256 of all its files, hex. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const Proof = z
  .enum(['none', 'passed', 'failed'])
  .describe('Whether a version has been through the publishing gate here.');
export type Proof = z.infer<typeof Proof>;

export const AuthorRow = z
  .object({
    slug: Slug,
    title: z.string(),
    summary: z.string(),
    level: Level,
    skills: z.array(z.string()),
    minutes: z.int(),
    port: Port,
    postgres: z.boolean(),
    origin: z
      .enum(['folder', 'saved'])
      .describe(
        "Where the newest version comes from: the repository's folder, or an author who saved it here.",
      ),
    proof: Proof,
    mutationScore: z
      .number()
      .optional()
      .describe(
        'Percent, from the last time that the newest version was verified; absent when it did not come to that.',
      ),
    inUse: z
      .boolean()
      .describe(
        'Whether new invitations get the newest version; otherwise they get one before it.',
      ),
    changedAt: z.iso.datetime(),
    retiredAt: z.iso
      .datetime()
      .optional()
      .describe('Since when no new assessment may have it; absent for one that is offered.'),
  })
  .describe("A challenge in its author's list: its newest version, and how that stands.");
export type AuthorRow = z.infer<typeof AuthorRow>;

export const Revision = z
  .object({
    id: z.int().describe('Counts revisions of all challenges.'),
    hash: Hash,
    origin: z.enum(['folder', 'saved']),
    author: z.string().optional().describe('Who saved it; absent for what came from the folder.'),
    note: z.string(),
    at: z.iso.datetime(),
    proof: Proof,
  })
  .describe("One entry of a challenge's history.");
export type Revision = z.infer<typeof Revision>;

export const Verification = z
  .object({
    id: z.uuid(),
    slug: Slug,
    hash: Hash,
    state: z.enum(['queued', 'finished', 'cancelled']),
    requestedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional(),
    report: VerifyReport.optional(),
  })
  .describe("A challenge's files being tried, or what came of it.");
export type Verification = z.infer<typeof Verification>;

export const AuthoredChallenge = AuthorRow.extend({
  /** The newest version. */
  head: Hash,
  current: Hash.optional().describe(
    'What new invitations get; absent before the first version has passed the gate.',
  ),
  folder: Hash.optional().describe(
    "What the repository's folder held when the program started; absent when there is no such folder any more.",
  ),
  uses: z
    .object({ assessments: z.array(z.string()), attempts: z.int() })
    .describe(
      'Who holds versions of it: assessments by title, and how many attempts. They keep them, whatever happens.',
    ),
  deletable: z
    .boolean()
    .describe(
      "Whether it can go for good: nobody holds a version, and none came from the repository's folder.",
    ),
  /** All files of the newest version, tests and solutions too. */
  files: Files,
  revisions: z.array(Revision).describe('Newest first.'),
  verification: Verification.optional().describe(
    'The last one that the person who asks has requested, if it is of this version or still going on.',
  ),
});
export type AuthoredChallenge = z.infer<typeof AuthoredChallenge>;

const challenge = z.object({ slug: Slug });
/** Checked by the action, which says in which file and line a problem is. */
const files = z.record(z.string(), z.string());
const refusals = {
  CONTENT_REFUSED: { status: 422, data: z.object({ problems: z.array(ChallengeProblem) }) },
} as const;

const oneLine = z
  .string()
  .trim()
  .regex(/^[^\n\r]*$/, 'Write it in one line.');
const { title, summary, skills, minutes } = ChallengeManifest.shape;

export const NewChallenge = z
  .object({
    slug: Slug.max(60, 'A name has at most 60 characters.'),
    port: Port,
    title: oneLine.pipe(title),
    summary: oneLine.pipe(summary),
    skills: skills.max(12),
    level: Level,
    minutes,
  })
  .describe('What an author says of a challenge before it is written.');
export type NewChallenge = z.infer<typeof NewChallenge>;

/** A challenge of the name that somebody wants to give to another. */
const TakenBy = z.object({ slug: Slug, title: z.string(), head: Hash });

const taken = {
  SLUG_TAKEN: { status: 409, data: TakenBy },
  /** The same files are a challenge of another name. */
  SAME_CONTENT: { status: 409 },
} as const;
const changed = {
  CHANGED_MEANWHILE: {
    status: 409,
    message:
      'Somebody has saved another version meanwhile. Your changes are kept in this browser; compare them in the history.',
  },
  NOTHING_CHANGED: { status: 409, message: 'These files are the newest version already.' },
} as const;

/** The authors' side: everything that is in a challenge. Candidates get none of it. */
export const authorContract = {
  listChallenges: oc
    .route({ method: 'GET', path: '/author/challenges', summary: 'Challenges, by title' })
    .input(
      z.object({
        search: z.string().max(200).optional(),
        level: Level.optional(),
        proof: Proof.optional(),
        retired: z
          .stringbool()
          .default(false)
          .describe('Only what is retired; otherwise only what is not.'),
        page: z.coerce.number().int().min(1).default(1),
      }),
    )
    .output(
      z.object({ rows: z.array(AuthorRow), total: z.int(), page: z.int(), pageSize: z.int() }),
    ),
  getChallenge: oc
    .route({
      method: 'GET',
      path: '/author/challenges/{slug}',
      summary: 'A challenge with all its files and its history',
    })
    .input(challenge)
    .output(AuthoredChallenge),
  getVersion: oc
    .route({
      method: 'GET',
      path: '/author/challenges/{slug}/versions/{hash}',
      summary: 'The files of an earlier version',
    })
    .input(challenge.extend({ hash: Hash }))
    .output(z.object({ files: Files })),
  saveVersion: oc
    .route({
      method: 'POST',
      path: '/author/challenges/{slug}/versions',
      successStatus: 201,
      summary: 'Keep files as the newest version; new invitations get it once it is verified',
    })
    .input(
      challenge.extend({
        files,
        note: z.string().trim().max(500),
        /** The version that was edited. */
        basedOn: Hash,
      }),
    )
    .output(AuthoredChallenge)
    .errors({ ...refusals, ...changed, SAME_CONTENT: taken.SAME_CONTENT }),
  createChallenge: oc
    .route({
      method: 'POST',
      path: '/author/challenges',
      successStatus: 201,
      summary: 'Make a small challenge that passes the gate, to be changed into the real one',
    })
    .input(NewChallenge)
    .output(AuthoredChallenge)
    .errors(taken),
  importChallenge: oc
    .route({
      method: 'POST',
      path: '/author/imports',
      successStatus: 201,
      summary: 'Take a challenge in from an archive of `assay challenge pack`',
    })
    .input(
      z.object({
        fileName: z.string().min(1).max(255).describe('As people call the file.'),
        archive: z.base64().describe('Its bytes, base64.'),
        replaces: Hash.optional().describe(
          'The newest version of the challenge of that name, to make it a new version of that one.',
        ),
      }),
    )
    .output(AuthoredChallenge)
    .errors({ ...refusals, ...taken, ...changed }),
  downloadVersion: oc
    .route({
      method: 'GET',
      path: '/author/challenges/{slug}/versions/{hash}/archive',
      summary: 'A version as an archive, as `assay challenge pack` makes it',
    })
    .input(challenge.extend({ hash: Hash }))
    .output(z.file()),
  retireChallenge: oc
    .route({
      method: 'POST',
      path: '/author/challenges/{slug}/retire',
      summary: 'Keep a challenge out of new assessments; whoever has it keeps it',
    })
    .input(challenge)
    .output(AuthoredChallenge),
  restoreChallenge: oc
    .route({
      method: 'POST',
      path: '/author/challenges/{slug}/restore',
      summary: 'Offer a retired challenge again',
    })
    .input(challenge)
    .output(AuthoredChallenge),
  deleteChallenge: oc
    .route({
      method: 'DELETE',
      path: '/author/challenges/{slug}',
      successStatus: 204,
      summary: 'Delete a challenge that nobody holds a version of, with its history',
    })
    .input(challenge)
    .errors({
      STILL_NEEDED: { status: 409 },
    }),
  verify: oc
    .route({
      method: 'POST',
      path: '/author/challenges/{slug}/verifications',
      successStatus: 202,
      summary: 'Send files through the publishing gate, saved or not; cancels the one before',
    })
    .input(challenge.extend({ files }))
    .output(Verification)
    .errors(refusals),
  getVerification: oc
    .route({
      method: 'GET',
      path: '/author/verifications/{verificationId}',
      summary: 'What came of a verification',
    })
    .input(z.object({ verificationId: z.uuid() }))
    .output(Verification),
  cancelVerification: oc
    .route({
      method: 'POST',
      path: '/author/verifications/{verificationId}/cancel',
      summary: 'Give up a verification',
    })
    .input(z.object({ verificationId: z.uuid() }))
    .output(Verification),
};
