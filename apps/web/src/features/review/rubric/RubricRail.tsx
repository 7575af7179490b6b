import type { ReviewedAttempt } from '@assay/contracts/http';
import { Alert, Button, Modal, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { FeedbackPanel } from '#features/review/feedback/FeedbackPanel.tsx';
import { CriterionCard } from './CriterionCard.tsx';
import { DraftStatus } from './DraftStatus.tsx';
import { MissingList } from './MissingList.tsx';
import { completeScores, type MissingItem, missingItems, scoreKey } from './missingItems.ts';
import classes from './RubricRail.module.css';
import { useReviewDraft } from './useReviewDraft.ts';

/** The rubric of all challenges with the reviewer's scores; without a review of one's own, to read. */
export function RubricRail({
  attempt,
  active,
  beforeSubmit,
}: {
  attempt: ReviewedAttempt;
  active: string;
  /** Waits for comments on lines, which close with the review; says whether all of them are kept. */
  beforeSubmit: () => Promise<boolean>;
}) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(body.current, sectionId(active));
  }, [active]);
  const { review } = attempt;
  const draft = useReviewDraft(attempt);
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [unkept, setUnkept] = useState(false);
  const [, setSearch] = useSearchParams();
  const queries = useQueryClient();
  const submit = useMutation(
    api.review.submitReview.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.review.key() }),
    }),
  );

  const isOver = attempt.state === 'finished' || attempt.state === 'graded';
  // Who sees what others gave, or what came of it, cannot judge alone any more.
  const isClosed = attempt.grading !== undefined || attempt.decision !== undefined;
  const canGrade =
    review?.state === 'draft' && isOver && !isClosed && attempt.erasedAt === undefined;
  const missing = missingItems(attempt.challenges, draft.scores);
  const problems = new Map(tried ? missing.map((item) => [item.key, describeMissing(item)]) : []);
  const shown =
    review?.state === 'submitted'
      ? new Map(review.scores.map((score) => [scoreKey(score.challenge, score.criterion), score]))
      : draft.scores;

  const goTo = (item: MissingItem) => {
    setSearch(
      (search) => {
        search.set('challenge', item.challenge);
        return search;
      },
      { replace: true },
    );
    scrollTo(body.current, cssId(item.key))?.focus({ preventScroll: true });
  };

  const send = async () => {
    setConfirming(false);
    const [, areKept] = await Promise.all([draft.settle(), beforeSubmit()]);
    setUnkept(!areKept);
    if (!areKept) return;
    submit.mutate({ attemptId: attempt.id, scores: completeScores(draft.scores) });
  };

  return (
    <aside className={classes.rail} aria-label="Rubric">
      <header className={classes.head}>
        <h2>Rubric</h2>
        {canGrade ? <DraftStatus state={draft.state} /> : null}
      </header>
      {attempt.erasedAt !== undefined ? (
        <Remark>
          The person and the work are erased from this attempt. Results and scores stay.
        </Remark>
      ) : review === undefined ? (
        <Remark>You read this attempt. Scores are given by reviewers.</Remark>
      ) : review.state === 'submitted' ? (
        <Remark good>
          You submitted this review
          {review.submittedAt
            ? ` on ${new Date(review.submittedAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`
            : ''}
          . It can no longer change.{' '}
          <Link to={`/review/${attempt.id}/reviews`}>Compare the reviews</Link>
        </Remark>
      ) : attempt.decision !== undefined ? (
        <Remark>A decision is made, so no further review is taken.</Remark>
      ) : attempt.grading !== undefined ? (
        <Remark>
          All reviews of this attempt are in, so it takes no further one.{' '}
          <Link to={`/review/${attempt.id}/reviews`}>Compare the reviews</Link>
        </Remark>
      ) : isOver ? (
        <Remark>{describeReviewing(attempt)}</Remark>
      ) : (
        <Remark>
          {attempt.state === 'invited'
            ? 'The candidate has not begun.'
            : 'The candidate is still working.'}{' '}
          You can grade once the work is handed in.
        </Remark>
      )}
      <div className={classes.body} ref={body}>
        {attempt.challenges.map(({ slug, title, rubric }) => (
          <section key={slug} aria-label={title} id={sectionId(slug)}>
            <h3 className={classes.challenge}>{title}</h3>
            {rubric.map((criterion) => {
              const key = scoreKey(slug, criterion.id);
              return (
                <CriterionCard
                  key={key}
                  id={cssId(key)}
                  criterion={criterion}
                  draft={shown.get(key)}
                  missing={problems.get(key)}
                  onChange={canGrade ? (part) => draft.change(slug, criterion.id, part) : undefined}
                />
              );
            })}
          </section>
        ))}
      </div>
      {canGrade ? (
        <footer className={classes.foot}>
          {tried ? (
            <MissingList
              missing={missing}
              most={4}
              describe={({ title, lacks }) => `${title}: ${lacks}`}
              onGo={goTo}
            />
          ) : null}
          {unkept ? (
            <Alert color="red" mb={8} role="alert">
              A comment on a line is not saved yet, so the review is not submitted. Everything is
              still on this page; try again in a moment.
            </Alert>
          ) : null}
          {submit.isError ? (
            <Alert color="red" mb={8} role="alert">
              {describeProblem(submit.error).message} Your scores are kept as a draft.
            </Alert>
          ) : null}
          <Button
            fullWidth
            loading={submit.isPending}
            onClick={() => {
              setTried(true);
              if (missing.length === 0) setConfirming(true);
            }}
          >
            Submit review
          </Button>
        </footer>
      ) : null}
      <FeedbackPanel attempt={attempt} />
      <Modal
        opened={confirming}
        onClose={() => setConfirming(false)}
        title="Submit this review?"
        size={420}
      >
        <Text>
          Your scores and notes can no longer be changed after this. You then see whose work it is,
          and the other reviews that are in.
        </Text>
        <Group justify="flex-end" gap={8} mt={20}>
          <Button variant="default" onClick={() => setConfirming(false)}>
            Keep as draft
          </Button>
          <Button data-autofocus onClick={() => void send()}>
            Submit review
          </Button>
        </Group>
      </Modal>
    </aside>
  );
}

function Remark({ good = false, children }: { good?: boolean; children: ReactNode }) {
  const Icon = good ? IconCircleCheck : IconInfoCircle;
  return (
    <div className={classes.remark} data-good={good || undefined}>
      <Icon size={17} stroke={1.7} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}

/** What a reviewer may want to know before they begin. */
function describeReviewing({ reviews: { wanted, submitted } }: ReviewedAttempt): string {
  const people =
    wanted === 1
      ? 'One person reviews this attempt.'
      : `${wanted} people review this attempt, each alone; ${submitted} ${submitted === 1 ? 'has' : 'have'} submitted.`;
  return `${people} Whose work it is, and what others gave, you see once your own scores are in.`;
}

function describeMissing({ lacks }: MissingItem): string {
  return lacks === 'score and note' ? 'A score and a note are missing.' : `A ${lacks} is missing.`;
}

/** Scrolls the rail alone: `scrollIntoView` would also move the page around it. */
function scrollTo(rail: HTMLElement | null, id: string): HTMLElement | undefined {
  const target = rail?.querySelector<HTMLElement>(`#${id}`);
  if (!rail || !target) return undefined;
  const headHeight = 36;
  const top =
    target.getBoundingClientRect().top - rail.getBoundingClientRect().top + rail.scrollTop;
  rail.scrollTop = target.tagName === 'ARTICLE' ? top - headHeight : top;
  return target;
}

function sectionId(challenge: string): string {
  return `rubric-${challenge}`;
}

function cssId(key: string): string {
  return `criterion-${key.replace('/', '--')}`;
}
