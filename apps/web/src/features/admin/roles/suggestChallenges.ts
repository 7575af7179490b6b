import type { OfferedChallenge, RoleDraft } from '@assay/contracts/http';

/** At most so many challenges in one suggestion: more switching than work tires. */
const maxChallenges = 4;
/** The best single ones that sets are made of. Counters sets without number in a large library. */
const maxConsidered = 30;
const levels: OfferedChallenge['level'][] = ['junior', 'mid', 'senior', 'staff'];

type Wanted = Pick<RoleDraft, 'level' | 'skills'>;
export type Suggestion = {
  /** In the order of their weight for the role. */
  challenges: { challenge: OfferedChallenge; skills: string[] }[];
  minutes: number;
  /** Skills of the role that none of them asks for. */
  uncovered: RoleDraft['skills'];
  /** Of the weights of all skills, percent. */
  coveredPercent: number;
};

/**
 * The challenges that ask most of what a role asks, within `minutes`. Only those at most one level away are looked at.
 * Of all sets it takes the one that covers most weight of the must-haves, then of the nice-to-haves, then the one
 * whose levels are nearest, then the shortest.
 */
export function suggestChallenges(
  wanted: Wanted,
  offered: readonly OfferedChallenge[],
  minutes: number,
): Suggestion {
  const useful = offered
    .filter((one) => one.minutes <= minutes && distance(one, wanted) <= 1)
    .map((challenge) => ({ challenge, skills: skillsOf(challenge, wanted) }))
    .filter(({ skills }) => skills.length > 0)
    .toSorted((a, b) => compareSets(wanted, [a], [b]))
    // One that asks the same as a nearer one, and is no shorter, is in no best set.
    .filter(
      (one, index, all) =>
        !all
          .slice(0, index)
          .some(
            (better) =>
              sameSkills(better.skills, one.skills) &&
              better.challenge.minutes <= one.challenge.minutes,
          ),
    )
    .slice(0, maxConsidered);
  let best: typeof useful = [];
  const extend = (set: typeof useful, from: number, left: number): void => {
    if (compareSets(wanted, set, best) < 0) best = set;
    if (set.length === maxChallenges) return;
    useful.slice(from).forEach((one, index) => {
      if (one.challenge.minutes <= left)
        extend([...set, one], from + index + 1, left - one.challenge.minutes);
    });
  };
  extend([], 0, minutes);
  const covered = new Set(best.flatMap(({ skills }) => skills));
  const all = weightOf(wanted.skills);
  const uncovered = wanted.skills.filter(({ name }) => !covered.has(name));
  return {
    challenges: best,
    minutes: best.reduce((sum, { challenge }) => sum + challenge.minutes, 0),
    uncovered,
    coveredPercent: all === 0 ? 0 : Math.round((100 * (all - weightOf(uncovered))) / all),
  };
}

type Chosen = readonly { challenge: OfferedChallenge; skills: string[] }[];

/** Negative when the first is the better set. */
function compareSets(wanted: Wanted, a: Chosen, b: Chosen): number {
  const [first, second] = [meritOf(wanted, a), meritOf(wanted, b)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at === -1 ? 0 : (second[at] ?? 0) - (first[at] ?? 0);
}

/** What counts for a set, the most important first; more is better. */
function meritOf(wanted: Wanted, set: Chosen): number[] {
  const covered = new Set(set.flatMap(({ skills }) => skills));
  const weight = (need: 'must' | 'nice') =>
    weightOf(wanted.skills.filter((skill) => skill.need === need && covered.has(skill.name)));
  const away = set.reduce((sum, { challenge }) => sum + distance(challenge, wanted), 0);
  const time = set.reduce((sum, { challenge }) => sum + challenge.minutes, 0);
  return [weight('must'), weight('nice'), -away, -time];
}

const sameSkills = (a: string[], b: string[]): boolean => a.join('\n') === b.join('\n');

const weightOf = (skills: RoleDraft['skills']): number =>
  skills.reduce((sum, { weight }) => sum + weight, 0);

const distance = ({ level }: OfferedChallenge, wanted: Wanted): number =>
  Math.abs(levels.indexOf(level) - levels.indexOf(wanted.level));

/** The skills of a role that a challenge or an interview asks for, by the role's names. */
export function skillsOf(
  one: { skills: readonly string[] },
  { skills }: Pick<Wanted, 'skills'>,
): string[] {
  const asked = new Set(one.skills.map((skill) => skill.toLowerCase()));
  return skills.filter(({ name }) => asked.has(name.trim().toLowerCase())).map(({ name }) => name);
}
