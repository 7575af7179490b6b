import type { Stage } from '#http/admin/pipelineContract.ts';
import type { AttemptState } from '#http/candidate/candidateAttempt.ts';
import type { RoleSkill } from '#http/hiring/role.ts';
import type { Recommendation } from '#http/live/scorecardContract.ts';
import type { DecisionOutcome } from '#http/review/gradingContract.ts';
import type { TestStatus } from '#verdict/testResult.ts';

/** What things are called wherever people read of them: on pages, in reports, in exports. */
export const outcomeNames: Record<DecisionOutcome, string> = {
  advance: 'Advance',
  hold: 'Hold',
  decline: 'Decline',
};

/** From the strongest on. */
export const recommendationNames: Record<Recommendation, string> = {
  strong_yes: 'Strong yes',
  yes: 'Yes',
  no: 'No',
  strong_no: 'Strong no',
};

export const needNames: Record<RoleSkill['need'], string> = {
  must: 'Must-have',
  nice: 'Nice-to-have',
};

export const stageNames: Record<Stage, string> = {
  invited: 'Invited',
  started: 'Started',
  submitted: 'Submitted',
  in_review: 'In review',
  reviewed: 'Reviewed',
  advanced: 'Advanced',
  on_hold: 'On hold',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

export const testStatusNames: Record<TestStatus, string> = {
  passed: 'Holds',
  failed: 'Does not hold',
  timed_out: 'Timed out',
  skipped: 'Skipped',
};

/** How far an attempt is, for those who may not know its stage. */
export const stateNames: Record<AttemptState | 'erased', string> = {
  invited: 'Invited',
  running: 'Working',
  finished: 'To review',
  graded: 'Graded',
  withdrawn: 'Withdrawn',
  erased: 'Erased',
};
