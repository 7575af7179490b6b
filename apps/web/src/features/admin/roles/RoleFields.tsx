import type { RoleDraft, RoleSections } from '@assay/contracts/http';
import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import cards from '#app/Cards.module.css';
import type { FieldProps } from '#features/admin/fieldProps.ts';
import { levelNames } from '#features/attempt/lobby/levels.ts';

const levels: RoleDraft['level'][] = ['junior', 'mid', 'senior', 'staff'];

const parts: { name: keyof RoleSections; label: string; placeholder: string }[] = [
  { name: 'intro', label: 'Intro', placeholder: 'Who you are, in two or three sentences.' },
  {
    name: 'overview',
    label: 'What they will do',
    placeholder: 'The work of a usual month, and what they answer for.',
  },
  {
    name: 'project',
    label: 'The project',
    placeholder: 'What it is, who uses it, with what it is made.',
  },
  {
    name: 'culture',
    label: 'Culture and benefits',
    placeholder: 'How you work together, pay, time, place.',
  },
  {
    name: 'qualifications',
    label: 'Qualifications',
    placeholder: 'What you need beside skills: languages, permits, time zones.',
  },
];

/** What a role is called, or the parts of its job description that people write. */
export function RoleFields({
  draft,
  problems,
  onChange,
  part,
}: FieldProps<RoleDraft> & { part: 'about' | 'words' }) {
  if (part === 'about')
    return (
      <section className={cards.card} aria-labelledby="about">
        <h2 id="about">What it is</h2>
        <Stack gap={12} mt={8}>
          <TextInput
            label="Title"
            placeholder="Senior backend engineer, payments"
            autoComplete="off"
            maxLength={120}
            value={draft.title}
            error={problems.get('title')}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
          <TextInput
            label="Who hires"
            placeholder="Your company"
            autoComplete="organization"
            maxLength={120}
            value={draft.organisation}
            error={problems.get('organisation')}
            onChange={(event) => onChange({ organisation: event.currentTarget.value })}
          />
          <NativeSelect
            label="Level"
            data={levels.map((level) => ({ value: level, label: levelNames[level] }))}
            value={draft.level}
            onChange={(event) => {
              const level = levels.find((one) => one === event.currentTarget.value);
              if (level !== undefined) onChange({ level });
            }}
          />
        </Stack>
      </section>
    );
  return (
    <section className={cards.card} aria-labelledby="words">
      <h2 id="words">The job in words</h2>
      <p className={cards.lead}>
        Markdown. What you leave empty is left out of the description; requirements come from the
        skills.
      </p>
      <Stack gap={12}>
        {parts.map(({ name, label, placeholder }) => (
          <Textarea
            key={name}
            label={label}
            placeholder={placeholder}
            autosize
            minRows={3}
            maxRows={14}
            maxLength={6_000}
            value={draft.sections[name]}
            onChange={(event) =>
              onChange({ sections: { ...draft.sections, [name]: event.currentTarget.value } })
            }
          />
        ))}
      </Stack>
    </section>
  );
}
