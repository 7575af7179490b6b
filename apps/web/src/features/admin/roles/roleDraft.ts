import type { Role, RoleDraft } from '@assay/contracts/http';

/** What a role says, without what makes it a stored one. */
export function roleDraftOf(role: Role): RoleDraft {
  const { title, organisation, level, skills, sections, description } = role;
  return {
    title,
    organisation,
    level,
    skills,
    sections,
    ...(description !== undefined && { description }),
  };
}

/** A draft as it is sent: without skills that have no name yet. */
export function tidyRole({ description, ...draft }: RoleDraft): RoleDraft {
  return {
    ...draft,
    title: draft.title.trim(),
    organisation: draft.organisation.trim(),
    skills: draft.skills
      .map((skill) => ({ ...skill, name: skill.name.trim() }))
      .filter(({ name }) => name !== ''),
    ...(description?.trim() && { description }),
  };
}

/** What a draft still lacks before it can be saved, in words; undefined when it lacks nothing. */
export function findMissing(draft: RoleDraft): string | undefined {
  const { title, organisation, skills } = tidyRole(draft);
  if (title === '') return 'It needs a title.';
  if (organisation === '') return 'Say who hires.';
  if (skills.length === 0) return 'It needs a skill.';
  const names = skills.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `The skill ${twice} is there twice.`;
}
