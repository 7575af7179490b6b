import type { AssessmentDraft, Policies } from '@assay/contracts/http';
import { Stack, Switch } from '@mantine/core';
import cards from '#app/Cards.module.css';
import { LinesField } from '#app/LinesField.tsx';
import type { FieldProps } from '#features/admin/fieldProps.ts';

const policies: { name: keyof Policies; label: string; when: Record<'yes' | 'no', string> }[] = [
  {
    name: 'aiAssistants',
    label: 'AI assistants',
    when: {
      yes: 'Candidates read that they may use them and answer for what they hand in.',
      no: 'Candidates read that none may write or explain code for them.',
    },
  },
  {
    name: 'documentation',
    label: 'Documentation',
    when: {
      yes: 'Candidates read what they like in another tab.',
      no: 'Candidates have only the statement and the editor.',
    },
  },
  {
    name: 'paste',
    label: 'Pasting from elsewhere',
    when: {
      yes: 'When and how much is recorded, as always.',
      no: 'The editor takes only text that was copied on its own page, and says so.',
    },
  },
];

/** What help candidates may have, and what they are told beside it. */
export function PolicyFields({ draft, disabled, onChange }: FieldProps<AssessmentDraft>) {
  return (
    <section className={cards.card} aria-labelledby="policies">
      <h2 id="policies">What is allowed</h2>
      <p className={cards.lead}>Candidates read it before they start.</p>
      <Stack gap={14}>
        {policies.map(({ name, label, when }) => {
          const allowed = draft.policies[name] === 'allowed';
          return (
            <Switch
              key={name}
              label={label}
              description={allowed ? when.yes : when.no}
              disabled={disabled}
              checked={allowed}
              onChange={(event) =>
                onChange({
                  policies: {
                    ...draft.policies,
                    [name]: event.currentTarget.checked ? 'allowed' : 'not_allowed',
                  },
                })
              }
            />
          );
        })}
        <LinesField
          label="Other rules, one sentence a line"
          placeholder="Work alone: no other person helps you."
          disabled={disabled}
          value={draft.rules}
          onChange={(rules) => onChange({ rules })}
        />
        <LinesField
          label="What you record beside what Assay records"
          description="Assay says by itself what it keeps. Add what your own process does, one sentence a line."
          placeholder="Nothing from outside this page."
          disabled={disabled}
          value={draft.recorded}
          onChange={(recorded) => onChange({ recorded })}
        />
      </Stack>
    </section>
  );
}
