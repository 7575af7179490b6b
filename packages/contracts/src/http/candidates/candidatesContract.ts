import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Slug } from '#challenge/manifest.ts';
import { AttemptState } from '#http/candidate/candidateAttempt.ts';
import { Recommendation, Scorecard, ScorecardDraft } from '#http/live/scorecardContract.ts';
import { DecisionOutcome } from '#http/review/gradingContract.ts';
import { Kit, KitRow } from './kit.ts';
import { WeighedRole } from './weighedRole.ts';

const moment = z.iso.datetime();

/** What submitted scorecards of one interview come to, for those who may see it. */
const Value = z.object({
  value: z.number().optional().describe('1 to 5; absent where nothing could be seen.'),
  recommendations: z.array(Recommendation),
});

const OthersCard = z.object({
  name: z.string(),
  submittedAt: moment,
  scorecard: Scorecard.optional().describe(
    'Absent as long as the one who asks has to judge first.',
  ),
});

export const CandidatePage = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    attempts: z.array(
      z.object({
        id: z.uuid(),
        assessmentTitle: z.string(),
        state: AttemptState,
        submitted: z.int(),
        wanted: z.int(),
        value: z.number().optional(),
        decision: DecisionOutcome.optional(),
      }),
    ),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        submitted: z.int(),
        result: Value.optional(),
      }),
    ),
    kits: z.array(
      z.object({
        kit: Kit,
        own: Scorecard,
        mayWrite: z
          .boolean()
          .describe(
            "Whether the one who asks can write theirs; not once they may have read others'.",
          ),
        others: z.array(OthersCard),
        result: Value.optional(),
      }),
    ),
    roles: z.array(z.string()).describe('The titles of the roles that the attempts are for.'),
    total: z
      .object({ value: z.number(), parts: z.int(), weighed: z.array(WeighedRole) })
      .optional()
      .describe(
        'What all parts that have a value come to: weighed as each of the roles does; and, each weighing the same, where there is no role. Absent as long as one of the parts is hidden from the one who asks, for it could be reckoned back.',
      ),
  })
  .describe('Everything that people made of one candidate.');
export type CandidatePage = z.infer<typeof CandidatePage>;

const candidate = z.object({ candidateId: z.uuid() });
const card = candidate.extend({ kit: Slug, ...ScorecardDraft.shape });
const refusals = {
  ALREADY_SUBMITTED: {
    status: 409,
    message: 'Your scorecard is submitted and can no longer change.',
  },
  NOT_INDEPENDENT: {
    status: 409,
    message:
      'You may have read what others submitted here, so a scorecard of yours would not be independent.',
  },
} as const;

/** Candidates, and the interviews and checks that go with their attempts. */
export const candidatesContract = {
  listKits: oc
    .route({
      method: 'GET',
      path: '/kits',
      summary: 'Interviews and checks, with the skills that they judge',
    })
    .output(z.array(KitRow)),
  getCandidate: oc
    .route({
      method: 'GET',
      path: '/candidates/{candidateId}',
      summary:
        'All that people made of a candidate: attempts, live sessions, interviews and checks',
    })
    .input(candidate)
    .output(CandidatePage),
  saveKitScorecard: oc
    .route({
      method: 'PUT',
      path: '/candidates/{candidateId}/kits/{kit}/scorecard',
      summary: 'Keep my scorecard of an interview as a draft, which nobody else sees',
    })
    .input(card)
    .output(Scorecard)
    .errors(refusals),
  submitKitScorecard: oc
    .route({
      method: 'POST',
      path: '/candidates/{candidateId}/kits/{kit}/scorecard',
      summary: 'Submit my scorecard of an interview; the same once more changes nothing',
    })
    .input(card)
    .output(Scorecard)
    .errors({ ...refusals, SCORES_MISSING: { status: 422 } }),
};
