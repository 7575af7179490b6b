import type { Criterion } from '@assay/contracts/challenge';
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './CriterionCard.module.css';
import { ScoreButtons } from './ScoreButtons.tsx';

/** A level and what led to it. */
type Given = { score: number | null; note: string };

/** One question of the rubric. Its anchors are always in sight: they are what makes two reviewers mean the same. */
export function CriterionCard({
  id,
  criterion,
  draft,
  missing,
  children,
  onChange,
}: {
  id: string;
  criterion: { title: string; anchors?: Criterion['anchors'] | undefined };
  draft: Given | undefined;
  /** What to say about what is missing, once submitting was tried. */
  missing: string | undefined;
  /** What else there is to look at before one decides. */
  children?: ReactNode;
  /** Absent where nothing can be changed. */
  onChange?: ((part: Partial<Given>) => void) | undefined;
}) {
  const score = draft?.score ?? null;
  return (
    <article
      id={id}
      className={classes.card}
      data-missing={missing !== undefined || undefined}
      tabIndex={-1}
    >
      <h4>{criterion.title}</h4>
      {criterion.anchors ? (
        <dl className={classes.anchors}>
          {([1, 3, 5] as const).map((level) => (
            <div
              key={level}
              data-chosen={(score !== null && nearest(score) === level) || undefined}
            >
              <dt className="numbers">{level}</dt>
              <dd>{criterion.anchors?.[level]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {children}
      {onChange ? (
        <>
          <ScoreButtons
            label={`Score for ${criterion.title}`}
            value={score}
            onChange={(chosen) => onChange({ score: chosen })}
          />
          <Textarea
            mt={8}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={4_000}
            aria-label={`Note for ${criterion.title}`}
            placeholder="What did you see that led to this score?"
            value={draft?.note ?? ''}
            onChange={(event) => onChange({ note: event.currentTarget.value })}
          />
        </>
      ) : draft ? (
        <div className={classes.given}>
          <b className="numbers">{score ?? '–'}</b>
          <p>{draft.note}</p>
        </div>
      ) : null}
      {missing ? <p className={classes.missing}>{missing}</p> : null}
    </article>
  );
}

function nearest(score: number): number | undefined {
  return score % 2 === 1 ? score : undefined;
}
