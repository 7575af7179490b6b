import type { RouteName } from '#http/policies.ts';

/** The parts of the reference, in the order in which an integration meets them. */
export const tags = [
  {
    name: 'Invitations and candidates',
    description: 'Invite, follow where everybody stands, answer questions, give time, erase.',
  },
  {
    name: 'Attempts and reviews',
    description:
      'Submissions with their verdicts, scores of reviewers, what they come to, and decisions.',
  },
  { name: 'Roles and assessments', description: 'What is sought, and what candidates are given.' },
  {
    name: 'Candidate pages',
    description:
      'All that people made of one candidate: attempts, live sessions, interviews and checks.',
  },
  { name: 'Challenges', description: 'Content: files, versions, and the publishing gate.' },
  { name: 'Live sessions', description: 'Pair sessions with their replays and scorecards.' },
  {
    name: 'Webhooks',
    description: 'Be told what happens by signed requests, in place of asking.',
  },
  { name: 'Organisation', description: 'Members of staff, tokens, and one’s own account.' },
  {
    name: 'A candidate’s own',
    description: 'What the pages of candidates call, with the session of one personal link.',
  },
  { name: 'Links to live sessions', description: 'The same for guests of live sessions.' },
] as const;

type Tag = (typeof tags)[number]['name'];

const groups: Record<string, Tag> = {
  admin: 'Invitations and candidates',
  review: 'Attempts and reviews',
  hiring: 'Roles and assessments',
  candidates: 'Candidate pages',
  author: 'Challenges',
  live: 'Live sessions',
  candidate: 'A candidate’s own',
};

const others: Partial<Record<RouteName, Tag>> = {
  'admin.listAssessments': 'Roles and assessments',
  'live.openLink': 'Links to live sessions',
  'live.getOwn': 'Links to live sessions',
  'live.askFocus': 'Links to live sessions',
  'live.endFocus': 'Links to live sessions',
  'admin.listMembers': 'Organisation',
  'admin.addMember': 'Organisation',
  'admin.removeMember': 'Organisation',
};

/** The part of the reference that a route belongs to. */
export const tagOf = (route: RouteName): Tag =>
  (/webhook|deliver/i.test(route) ? 'Webhooks' : others[route]) ??
  groups[route.split('.')[0] ?? ''] ??
  'Organisation';
