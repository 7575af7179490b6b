import type { ScoredCriterion } from '@assay/contracts/http';
import type { NotesEntry } from '@assay/contracts/live';
import { describeMoment, type SessionSpan } from '#features/live/rail/sessionTime.ts';
import classes from '#features/scorecard/Scorecard.module.css';

/** What one expected of a criterion, and the signals that one has noted for it. */
export function CriterionEvidence({
  criterion,
  entries,
  span,
}: {
  criterion: ScoredCriterion;
  entries: readonly NotesEntry[];
  span: SessionSpan;
}) {
  const tags = entries.flatMap((entry) =>
    entry.kind === 'tag' && entry.criterion === criterion.key ? entry : [],
  );
  return (
    <>
      {criterion.signals.length > 0 ? (
        <ul className={classes.expected} aria-label={`${criterion.title} shows in`}>
          {[...new Set(criterion.signals)].map((signal) => (
            <li key={signal}>{signal}</li>
          ))}
        </ul>
      ) : null}
      {tags.length > 0 ? (
        <ul className={classes.evidence} aria-label={`Signals for ${criterion.title}`}>
          {tags.map(({ id, at, signal, text }) => (
            <li key={id} data-signal={signal}>
              <b>
                <span className="numbers">{describeMoment(at, span)}</span>{' '}
                {signal === 'strong' ? 'Strong' : 'Weak'}
              </b>
              {text === '' ? null : <span>{text}</span>}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
