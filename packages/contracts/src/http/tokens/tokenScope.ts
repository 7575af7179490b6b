import { z } from 'zod';

export const TokenScope = z
  .enum([
    'candidates:read',
    'candidates:write',
    'assessments:read',
    'assessments:write',
    'reviews:read',
    'reviews:write',
    'challenges:read',
    'challenges:write',
    'live:read',
    'live:write',
    'organisation:read',
  ])
  .describe('What a token may be for: reading or changing one area.');
export type TokenScope = z.infer<typeof TokenScope>;

/** What each scope is for, in a line. */
export const tokenScopes: Record<TokenScope, string> = {
  'candidates:read':
    'Candidates with their stage, their sources, questions, and requests for erasure',
  'candidates:write': 'Invite, renew and revoke links, give time, answer questions, erase',
  'assessments:read': 'Roles, assessments and their versions',
  'assessments:write': 'Create and change roles and assessments',
  'reviews:read': 'Attempts with submissions, verdicts, scores and decisions',
  'reviews:write': 'Release feedback, and have submissions judged once more',
  'challenges:read': 'Challenges with their hidden tests and references',
  'challenges:write': 'Create, change, verify and retire challenges',
  'live:read': 'Live sessions, their replays and scorecards',
  'live:write': 'Create and lead live sessions',
  'organisation:read':
    'Members of staff, webhooks and how their messages went, and what is measured of reviews',
};
