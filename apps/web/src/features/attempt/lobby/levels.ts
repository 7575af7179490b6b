import type { CandidateChallenge } from '@assay/contracts/http';

type Level = CandidateChallenge['level'];

const order: Level[] = ['junior', 'mid', 'senior', 'staff'];
export const levelNames: Record<Level, string> = {
  junior: 'Junior',
  mid: 'Mid',
  senior: 'Senior',
  staff: 'Staff',
};

/** The span of levels in words: `Mid`, or `Mid to senior`. */
export function levelsOf(levels: Level[]): string {
  const present = order.filter((level) => levels.includes(level));
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined) return '–';
  return first === last
    ? levelNames[first]
    : `${levelNames[first]} to ${levelNames[last].toLowerCase()}`;
}
