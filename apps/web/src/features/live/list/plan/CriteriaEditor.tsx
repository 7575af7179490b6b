import type { PlanSection } from '@assay/contracts/live';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import cards from '#app/Cards.module.css';

type Rubric = PlanSection['rubric'];

const marks = [1, 3, 5] as const;

/** What a section is scored by: each criterion with what 1, 3 and 5 look like. */
export function CriteriaEditor({
  rubric,
  disabled,
  beside,
  onChange,
}: {
  rubric: Rubric;
  disabled: boolean;
  /** Stands in one row with adding a criterion. */
  beside?: ReactNode;
  onChange: (rubric: Rubric) => void;
}) {
  const change = (id: string, changes: Partial<Rubric[number]>) =>
    onChange(
      rubric.map((criterion) => (criterion.id === id ? { ...criterion, ...changes } : criterion)),
    );
  return (
    <Stack gap={8}>
      {rubric.map(({ id, title, anchors }) => (
        <fieldset key={id} className={cards.criterion}>
          <legend>Criterion</legend>
          <TextInput
            label="What is scored"
            disabled={disabled}
            value={title}
            onChange={(event) => change(id, { title: event.currentTarget.value })}
          />
          <Group gap={8} grow align="flex-start">
            {marks.map((mark) => (
              <Textarea
                key={mark}
                autosize
                minRows={3}
                maxRows={6}
                label={`${mark} looks like`}
                disabled={disabled}
                value={anchors[mark]}
                onChange={(event) =>
                  change(id, { anchors: { ...anchors, [mark]: event.currentTarget.value } })
                }
              />
            ))}
          </Group>
          {disabled ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => onChange(rubric.filter((criterion) => criterion.id !== id))}
            >
              Remove the criterion
            </Button>
          )}
        </fieldset>
      ))}
      {disabled ? null : (
        <Group gap={8}>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() =>
              onChange([
                ...rubric,
                // Scores refer to it, so it keeps its name whatever it is called later.
                {
                  id: `criterion-${crypto.randomUUID().slice(0, 8)}`,
                  title: '',
                  anchors: { 1: '', 3: '', 5: '' },
                },
              ])
            }
          >
            Add a criterion
          </Button>
          {beside}
        </Group>
      )}
    </Stack>
  );
}
