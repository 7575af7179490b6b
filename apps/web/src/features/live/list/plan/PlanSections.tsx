import type { PlanSection } from '@assay/contracts/live';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import cards from '#app/Cards.module.css';
import { LinesField } from '#app/LinesField.tsx';
import { tidyLines } from '#app/tidyLines.ts';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { CriteriaEditor } from './CriteriaEditor.tsx';

const fresh: PlanSection = { title: '', minutes: 15, questions: [], signals: [], rubric: [] };

/** The sections of an interview's plan, to edit: time, questions, signals and criteria of each. */
export function PlanSections({
  sections,
  disabled,
  onChange,
}: {
  sections: PlanSection[];
  disabled: boolean;
  onChange: (sections: PlanSection[]) => void;
}) {
  const change = (index: number, changes: Partial<PlanSection>) =>
    onChange(sections.map((section, at) => (at === index ? { ...section, ...changes } : section)));
  return (
    <>
      <ol className={cards.list}>
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
                  disabled={disabled}
                  value={section.title}
                  onChange={(event) => change(index, { title: event.currentTarget.value })}
                />
                <WholeNumberInput
                  w={110}
                  label="Time"
                  suffix=" min"
                  min={1}
                  max={240}
                  disabled={disabled}
                  value={section.minutes}
                  fallback={1}
                  onChange={(minutes) => change(index, { minutes })}
                />
              </Group>
              <LinesField
                label="Questions, one a line"
                disabled={disabled}
                value={section.questions}
                onChange={(questions) => change(index, { questions })}
              />
              <LinesField
                label="What a strong answer shows, one a line"
                disabled={disabled}
                value={section.signals}
                onChange={(signals) => change(index, { signals })}
              />
              <CriteriaEditor
                rubric={section.rubric}
                disabled={disabled}
                onChange={(rubric) => change(index, { rubric })}
                beside={
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => onChange(sections.filter((_, at) => at !== index))}
                  >
                    Remove the section
                  </Button>
                }
              />
            </Stack>
          </li>
        ))}
      </ol>
      {disabled ? null : (
        <Button variant="default" mb={12} onClick={() => onChange([...sections, fresh])}>
          Add a section
        </Button>
      )}
    </>
  );
}

/** Whether a section can be saved: a criterion without an anchor cannot be scored by. */
export function isCompleteSection({ title, rubric }: PlanSection): boolean {
  const needed = rubric.flatMap((criterion) => [
    criterion.title,
    ...Object.values(criterion.anchors),
  ]);
  return [title, ...needed].every((text) => text.trim() !== '');
}

/** A section as it is saved. */
export function tidySection(section: PlanSection): PlanSection {
  return {
    ...section,
    questions: tidyLines(section.questions),
    signals: tidyLines(section.signals),
  };
}
