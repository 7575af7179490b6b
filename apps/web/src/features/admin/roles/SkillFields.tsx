import type { RoleDraft, RoleSkill } from '@assay/contracts/http';
import { ActionIcon, Autocomplete, Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import cards from '#app/Cards.module.css';
import type { FieldProps } from '#features/admin/fieldProps.ts';
import classes from './SkillFields.module.css';

const weights = ['a little', 'somewhat', 'much', 'very much', 'most of all'];

/** Skills with how much each matters, and whether it must be there. */
export function SkillFields({
  draft,
  problems,
  onChange,
  known,
}: FieldProps<RoleDraft> & {
  /** Skills that challenges or interviews ask for; others can be written too. */
  known: string[];
}) {
  const { skills } = draft;
  const names = [...new Set(known)].toSorted((a, b) => a.localeCompare(b, 'en'));
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  const change = (index: number, changes: Partial<RoleSkill>) =>
    onChange({
      skills: skills.map((skill, at) => (at === index ? { ...skill, ...changes } : skill)),
    });
  return (
    <section className={cards.card} aria-labelledby="skills">
      <h2 id="skills">Skills</h2>
      <p className={cards.lead}>
        The share is a skill’s weight among all. By these names scores are weighed on a candidate’s
        page: choose what challenges or interviews ask for where you can.
      </p>
      {skills.length === 0 ? null : (
        <ul className={classes.skills}>
          {skills.map((skill, index) => {
            const name = skill.name || `skill ${index + 1}`;
            return (
              // A skill's name is what is being typed.
              <li key={index}>
                <Autocomplete
                  aria-label={`Name of ${name}`}
                  placeholder="PostgreSQL"
                  maxLength={60}
                  data={names}
                  limit={8}
                  value={skill.name}
                  onChange={(value) => change(index, { name: value })}
                />
                <NativeSelect
                  aria-label={`Need of ${name}`}
                  data={[
                    { value: 'must', label: 'Must have' },
                    { value: 'nice', label: 'Nice to have' },
                  ]}
                  value={skill.need}
                  onChange={(event) =>
                    change(index, { need: event.currentTarget.value === 'must' ? 'must' : 'nice' })
                  }
                />
                <NativeSelect
                  aria-label={`Weight of ${name}`}
                  data={weights.map((label, at) => ({
                    value: String(at + 1),
                    label: `Matters ${label}`,
                  }))}
                  value={String(skill.weight)}
                  onChange={(event) => change(index, { weight: Number(event.currentTarget.value) })}
                />
                <span className="numbers">{Math.round((100 * skill.weight) / total)} %</span>
                <ActionIcon
                  variant="subtle"
                  aria-label={`Take ${name} out`}
                  onClick={() => onChange({ skills: skills.toSpliced(index, 1) })}
                >
                  <IconX size={16} stroke={1.7} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      {problems.get('skills') ? <p role="alert">{problems.get('skills')}</p> : null}
      <Button
        variant="default"
        onClick={() => onChange({ skills: [...skills, { name: '', weight: 3, need: 'must' }] })}
      >
        Add a skill
      </Button>
    </section>
  );
}
