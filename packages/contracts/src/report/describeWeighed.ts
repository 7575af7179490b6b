import type { WeighedRole } from '#http/candidates/weighedRole.ts';
import { formatScore } from './formats.ts';

/** How weights and parts come to a figure, as `docs/grading.md` states it. */
export const weighingFormula =
  'A criterion counts for the skills that it names, else for those of its challenge. A skill counts with the mean of its parts, a part with the mean of its criteria for the skill, and the whole with the mean of the judged skills, each by its weight. It decides nothing.';

/** What a weighed role comes to, of how much of its weight, and what is missing, in sentences. */
export function describeWeighed({
  value,
  skills,
  judgedWeight,
  weight,
  beside,
}: WeighedRole): string {
  const missing = (need: 'must' | 'nice') =>
    skills.flatMap((skill) =>
      skill.value === undefined && skill.need === need ? [skill.name] : [],
    );
  const say = (words: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${words}: ${names.join(', ')}.`];
  return [
    value === undefined
      ? 'Nothing that the role asks for is judged yet.'
      : `${formatScore(value)} of 5, from ${judgedWeight} of ${weight} of the weight.`,
    ...say('Must-haves that nothing has judged', missing('must')),
    ...say('Nice-to-haves that nothing has judged', missing('nice')),
    ...say('Judged, and for none of these skills', beside),
  ].join(' ');
}
