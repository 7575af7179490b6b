import type { RoleDraft } from '@assay/contracts/http';
import { levelNames } from '#features/attempt/lobby/levels.ts';

/**
 * The job description that follows from a role, as Markdown. Parts that nobody wrote are left out; skills stand in
 * the order of their weights.
 */
export function describeRole({ title, organisation, level, skills, sections }: RoleDraft): string {
  const { intro, overview, project, culture, qualifications } = sections;
  const named = (need: 'must' | 'nice') =>
    skills
      .filter((skill) => skill.need === need && skill.name.trim() !== '')
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ name }) => `- ${name.trim()}`)
      .join('\n');
  const [musts, nices] = [named('must'), named('nice')];
  const requirements = [
    musts && `What you bring:\n\n${musts}`,
    nices && `Good to have, and no reason not to write to us:\n\n${nices}`,
  ]
    .filter(Boolean)
    .join('\n\n');
  const parts: [heading: string, text: string][] = [
    ['What you will do', overview],
    ['Technical requirements', requirements],
    ['The project', project],
    ['How we work, and what we offer', culture],
    ['Qualifications', qualifications],
  ];
  const head = [title.trim() || 'Untitled role', organisation.trim()].filter(Boolean).join(', ');
  return [
    `# ${head}`,
    `Level: ${levelNames[level].toLowerCase()}`,
    intro.trim(),
    ...parts.flatMap(([heading, text]) => (text.trim() ? [`## ${heading}`, text.trim()] : [])),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}
