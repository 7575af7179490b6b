import type { Scorecards } from '@assay/contracts/http';
import type { NotesEntry } from '@assay/contracts/live';
import type { SessionSpan } from '#features/live/rail/sessionTime.ts';
import { OwnScorecard } from '#features/scorecard/OwnScorecard.tsx';
import classes from '#features/scorecard/Scorecard.module.css';
import { SubmittedScorecard } from '#features/scorecard/SubmittedScorecard.tsx';
import { CriterionEvidence } from './CriterionEvidence.tsx';
import { OtherScorecards } from './OtherScorecards.tsx';
import { useSessionCard } from './useSessionCard.ts';

/** One's own scorecard, and those of the other interviewers once it is submitted. */
export function ScorecardPanel({
  sessionId,
  scorecards: { own, others },
  entries,
  span,
}: {
  sessionId: string;
  scorecards: Scorecards;
  /** One's own notes and tags. */
  entries: readonly NotesEntry[];
  span: SessionSpan;
}) {
  const target = useSessionCard(sessionId);
  return (
    <>
      {own === undefined ? (
        <p className={classes.remark}>Scorecards are filled by the interviewers of a session.</p>
      ) : own.state === 'submitted' ? (
        <section aria-label="My scorecard">
          <p className={classes.remark} role="status">
            You submitted your scorecard
            {own.submittedAt
              ? ` on ${new Date(own.submittedAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`
              : ''}
            . It can no longer change.
          </p>
          <SubmittedScorecard card={own} />
        </section>
      ) : (
        <OwnScorecard
          key={target.id}
          own={own}
          target={target}
          evidence={(criterion) => (
            <CriterionEvidence criterion={criterion} entries={entries} span={span} />
          )}
          notYet={
            span.startedAt === undefined
              ? 'You can submit once the session has started.'
              : undefined
          }
        />
      )}
      <OtherScorecards others={others} isBlind={own?.state === 'draft'} />
    </>
  );
}
