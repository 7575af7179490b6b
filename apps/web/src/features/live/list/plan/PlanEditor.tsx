import type { LiveSession } from '@assay/contracts/http';
import type { PlanSection } from '@assay/contracts/live';
import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from '#features/live/list/SessionPage.module.css';
import { useEditSession } from '#features/live/list/useEditSession.ts';
import { CriteriaEditor } from './CriteriaEditor.tsx';

const fresh: PlanSection = { title: '', minutes: 15, questions: [], signals: [], rubric: [] };

/** What the interviewers mean to do: sections with their time, questions, signals and criteria. */
export function PlanEditor({ session }: { session: LiveSession }) {
  const [sections, setSections] = useState(session.plan.sections);
  const { save, isPending, error } = useEditSession(session);
  const isOver = session.state === 'ended';
  const isChanged = JSON.stringify(sections) !== JSON.stringify(session.plan.sections);
  const planned = sections.reduce((sum, { minutes }) => sum + minutes, 0);
  const change = (index: number, changes: Partial<PlanSection>) =>
    setSections(
      sections.map((section, at) => (at === index ? { ...section, ...changes } : section)),
    );
  return (
    <section className={classes.card} aria-labelledby="plan">
      <h2 id="plan">Plan</h2>
      <p className={classes.lead}>
        Only interviewers ever receive it.
        {sections.length === 0 ? '' : ` ${planned} of ${session.minutes} minutes are planned.`}
      </p>
      <ol className={classes.list}>
        {sections.map((section, index) => (
          // Sections have no name of their own until they are saved.
          <li key={index}>
            <Stack gap={8}>
              <Group gap={8} align="flex-end" wrap="nowrap">
                <TextInput
                  flex={1}
                  label={`Section ${index + 1}`}
                  placeholder="Warm-up, design, code"
                  maxLength={120}
                  disabled={isOver}
                  value={section.title}
                  onChange={(event) => change(index, { title: event.currentTarget.value })}
                />
                <NumberInput
                  w={110}
                  label="Time"
                  suffix=" min"
                  min={1}
                  max={240}
                  clampBehavior="strict"
                  allowDecimal={false}
                  disabled={isOver}
                  value={section.minutes}
                  onChange={(minutes) =>
                    change(index, { minutes: typeof minutes === 'number' ? minutes : 1 })
                  }
                />
              </Group>
              <Lines
                label="Questions, one a line"
                disabled={isOver}
                value={section.questions}
                onChange={(questions) => change(index, { questions })}
              />
              <Lines
                label="What a strong answer shows, one a line"
                disabled={isOver}
                value={section.signals}
                onChange={(signals) => change(index, { signals })}
              />
              <CriteriaEditor
                rubric={section.rubric}
                disabled={isOver}
                onChange={(rubric) => change(index, { rubric })}
              />
              {isOver ? null : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  style={{ alignSelf: 'flex-start' }}
                  onClick={() => setSections(sections.filter((_, at) => at !== index))}
                >
                  Remove the section
                </Button>
              )}
            </Stack>
          </li>
        ))}
      </ol>
      {error ? <ProblemNotice order={3} error={error} /> : null}
      {isOver ? null : (
        <Group gap={8}>
          <Button variant="default" onClick={() => setSections([...sections, fresh])}>
            Add a section
          </Button>
          <Button
            loading={isPending}
            disabled={!isChanged || !sections.every(isComplete)}
            onClick={() => save({ plan: { sections: sections.map(tidy) } })}
          >
            Save the plan
          </Button>
        </Group>
      )}
    </section>
  );
}

/** A criterion without an anchor cannot be scored by. */
function isComplete({ title, rubric }: PlanSection): boolean {
  const needed = rubric.flatMap((criterion) => [
    criterion.title,
    ...Object.values(criterion.anchors),
  ]);
  return [title, ...needed].every((text) => text.trim() !== '');
}

/** Empty lines are for typing in. */
function tidy(section: PlanSection): PlanSection {
  const kept = (lines: string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  return { ...section, questions: kept(section.questions), signals: kept(section.signals) };
}

function Lines({
  label,
  value,
  disabled,
  onChange,
}: {
  label: string;
  value: string[];
  disabled: boolean;
  onChange: (lines: string[]) => void;
}) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      disabled={disabled}
      value={value.join('\n')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' ? [] : text.split('\n'));
      }}
    />
  );
}
