import type { LiveSession } from '@assay/contracts/http';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import cards from '#app/Cards.module.css';
import { useEditSession } from '#features/live/list/useEditSession.ts';
import { PlanSummary } from './PlanSummary.tsx';
import { isCompleteSection, PlanSections, tidySection } from './PlanSections.tsx';

/** What the interviewers mean to do: sections with their time, questions, signals and criteria. */
export function PlanEditor({ session }: { session: LiveSession }) {
  const [sections, setSections] = useState(session.plan.sections);
  const { save, isPending, error } = useEditSession(session);
  const isOver = session.state === 'ended';
  const isChanged = JSON.stringify(sections) !== JSON.stringify(session.plan.sections);
  const planned = sections.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section className={cards.card} aria-labelledby="plan">
      <h2 id="plan">Plan</h2>
      <p className={cards.lead}>
        Only interviewers ever receive it.
        {sections.length === 0
          ? isOver
            ? ' There was none.'
            : ''
          : ` ${planned} of ${session.minutes} minutes ${isOver ? 'were' : 'are'} planned.`}
      </p>
      {isOver ? (
        <PlanSummary sections={session.plan.sections} />
      ) : (
        <PlanSections sections={sections} disabled={false} onChange={setSections} />
      )}
      {error ? <ProblemNotice order={3} error={error} /> : null}
      {isOver ? null : (
        <Group gap={8}>
          <Button
            loading={isPending}
            disabled={!isChanged || !sections.every(isCompleteSection)}
            onClick={() => save({ plan: { sections: sections.map(tidySection) } })}
          >
            Save the plan
          </Button>
        </Group>
      )}
    </section>
  );
}
