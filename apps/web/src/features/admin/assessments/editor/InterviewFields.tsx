import type { AssessmentDraft } from '@assay/contracts/http';
import cards from '#app/Cards.module.css';
import { PlanSections } from '#features/live/list/plan/PlanSections.tsx';
import type { FieldProps } from '#features/admin/fieldProps.ts';

/** The plan that live sessions begin with. */
export function InterviewFields({ draft, disabled, onChange }: FieldProps<AssessmentDraft>) {
  const { sections } = draft.interview;
  const planned = sections.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section className={cards.card} aria-labelledby="interview">
      <h2 id="interview">Live interview</h2>
      <p className={cards.lead}>
        A live session that is prepared from this assessment begins with this plan, which only
        interviewers see.
        {sections.length === 0 ? '' : ` ${planned} minutes are planned.`}
      </p>
      <PlanSections
        sections={sections}
        disabled={disabled}
        onChange={(changed) => onChange({ interview: { sections: changed } })}
      />
    </section>
  );
}
