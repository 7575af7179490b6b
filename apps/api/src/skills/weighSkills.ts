import type { RoleSkill, WeighedRole, WeighedSkill } from '@assay/contracts/http';
import { aggregate, type Scored } from '#reviews/aggregate.ts';

/** A criterion of a challenge, a live session, an interview or a check, with the skills that it counts for. */
export type Evidence = Scored & { title: string; skills: readonly string[] };

/**
 * What was judged of somebody, weighed as a role weighs skills, as `docs/grading.md` states it: a skill counts with the
 * mean of its parts, and a part with the mean of its criteria for the skill; the whole is the mean of the skills that
 * have a value, each by its weight. What nobody judged is neither good nor bad: it is left out, and named.
 */
export function weighSkills(
  role: { id: string; title: string; skills: readonly RoleSkill[] },
  evidence: readonly Evidence[],
): WeighedRole {
  const skills = role.skills
    .toSorted((a, b) => (a.need === b.need ? b.weight - a.weight : a.need === 'must' ? -1 : 1))
    .map((skill) => weighSkill(skill, evidence));
  const judged = skills.flatMap(({ value, weight }) =>
    value === undefined ? [] : [{ value, weight }],
  );
  const judgedWeight = sum(judged.map(({ weight }) => weight));
  const wanted = new Set(role.skills.map(({ name }) => folded(name)));
  const isFor = ({ skills: names }: Evidence) => names.some((name) => wanted.has(folded(name)));
  const parts = Map.groupBy(evidence.filter(isJudged), ({ group }) => group);
  return {
    id: role.id,
    title: role.title,
    skills,
    ...(judgedWeight > 0 && {
      value: sum(judged.map(({ value, weight }) => value * weight)) / judgedWeight,
    }),
    judgedWeight,
    weight: sum(skills.map(({ weight }) => weight)),
    beside: [...parts.values()].flatMap((of) => (of.some(isFor) ? [] : titleOf(of))),
  };
}

function weighSkill(skill: RoleSkill, evidence: readonly Evidence[]): WeighedSkill {
  const name = folded(skill.name);
  const own = evidence.filter(({ skills }) => skills.some((one) => folded(one) === name));
  const { criteria, groups, value } = aggregate(own);
  const ofGroup = Map.groupBy(criteria, ({ group }) => group);
  const open = Map.groupBy(own, ({ group }) => group);
  return {
    ...skill,
    ...(value !== undefined && { value }),
    parts: groups.flatMap(({ group, value: counts }) => {
      const of = ofGroup.get(group) ?? [];
      return titleOf(of).map((title) => ({ title, criteria: of.length, value: counts }));
    }),
    open: [...open.values()].flatMap((of) => (of.some(isJudged) ? [] : titleOf(of))),
  };
}

const isJudged = ({ scores, override }: Evidence): boolean =>
  scores.length > 0 || override !== undefined;

/** Names of skills are free, and people write them as they like. */
const folded = (name: string): string => name.trim().toLowerCase();

const titleOf = (of: readonly Evidence[]): string[] => of.slice(0, 1).map(({ title }) => title);

const sum = (values: readonly number[]): number =>
  values.reduce((before, value) => before + value, 0);
