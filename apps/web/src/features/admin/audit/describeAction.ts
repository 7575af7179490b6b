const areas: Record<string, string> = {
  assessment: 'Assessments',
  attempt: 'Attempts',
  challenge: 'Challenges',
  decision: 'Decisions',
  erasure: 'Requests for erasure',
  feedback: 'Feedback',
  hold: 'Held back from erasure',
  invitation: 'Invitations',
  live: 'Live sessions',
  member: 'Members',
  question: 'Questions',
  review: 'Reviews',
  role: 'Roles',
  scorecard: 'Scorecards',
  similarity: 'Similarity',
  submission: 'Submissions',
  time: 'Time',
  token: 'Tokens',
  webhook: 'Webhooks',
};

/** What an area of actions is called. */
export const nameArea = (area: string): string =>
  areas[area] ?? `${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;

/** An action as words: `attempt.started` is `Attempt started`. */
export function describeAction(action: string): string {
  const words = action.replaceAll(/[._]/g, ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Facts of an entry in one line: `url: https://…, paused: true, events: candidate.invited candidate.started`. */
export function describeDetail(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}: ${describeFact(value)}`)
    .join(', ');
}

function describeFact(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(describeFact).join(' ') : JSON.stringify(value);
}

/** The address of a page: of `attempt:<id>`, `challenge:<slug>`. */
export function addressOf(page: string): string | undefined {
  const [kind, id = ''] = page.split(':');
  const pages: Record<string, string> = {
    attempt: `/review/${id}`,
    assessment: `/admin/assessments/${id}`,
    candidate: `/candidates/${id}`,
    challenge: `/challenges/${id}`,
    live: `/live/${id}`,
    role: `/admin/roles/${id}`,
    webhook: `/admin/webhooks/${id}`,
  };
  return pages[kind ?? ''];
}
