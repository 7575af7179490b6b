import type { PlanSection } from '@assay/contracts/live';
import { Group, Stack, Text, Title } from '@mantine/core';
import cards from '#app/Cards.module.css';

/** The sections of a plan that can no longer change, to read. */
export function PlanSummary({ sections }: { sections: readonly PlanSection[] }) {
  return (
    <ol className={cards.list}>
      {sections.map(({ title, minutes, questions, signals, rubric }, index) => (
        // A plan may have two sections of one name.
        <li key={index}>
          <Stack gap={8}>
            <Group justify="space-between" align="baseline" gap={8} wrap="nowrap">
              <Title order={3} fz={14}>
                {title}
              </Title>
              <Text size="sm" c="var(--ink-soft)" className="numbers" style={{ flex: 'none' }}>
                {minutes} min
              </Text>
            </Group>
            <Lines label="Questions" lines={questions} />
            <Lines label="A strong answer shows" lines={signals} />
            {rubric.map(({ id, title: criterion, anchors }) => (
              <Lines
                key={id}
                label={criterion}
                lines={([1, 3, 5] as const).map((level) => `${level}: ${anchors[level]}`)}
              />
            ))}
          </Stack>
        </li>
      ))}
    </ol>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="var(--ink-soft)">
        {label}
      </Text>
      {lines.map((line, index) => (
        <Text key={index} size="sm" maw="72ch">
          {line}
        </Text>
      ))}
    </div>
  );
}
