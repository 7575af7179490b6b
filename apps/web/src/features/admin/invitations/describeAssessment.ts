import type { Assessment } from '@assay/contracts/http';

/** What a candidate is invited to, in a few words: time, challenges, and what they may use. */
export function describeAssessment({
  minutes,
  clockMode,
  policies,
  challenges,
}: Pick<Assessment, 'minutes' | 'clockMode' | 'policies' | 'challenges'>): string {
  const titles = challenges.map(({ title }) => title).join(', ');
  const clocks = clockMode === 'separate' ? ', each challenge with its own clock' : '';
  const may = (permission: string) => (permission === 'allowed' ? 'allowed' : 'not allowed');
  const paste = policies.paste === 'allowed' ? '' : ', pasting from elsewhere not allowed';
  return `${minutes} minutes${clocks}: ${titles}. AI assistants ${may(policies.aiAssistants)}, documentation ${may(policies.documentation)}${paste}.`;
}
