import type { Decision, DecisionOutcome, Grading, ReviewedAttempt } from '@assay/contracts/http';
import { Alert, Button, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { outcomeOrder, outcomes } from './outcomes.ts';
import classes from './SidePanel.module.css';

/** What was decided and why; a new decision takes its place and leaves it in the history. */
export function DecisionPanel({
  attempt,
  grading,
}: {
  attempt: ReviewedAttempt;
  grading: Grading;
}) {
  const [current, ...earlier] = grading.decisions;
  return (
    <section className={classes.panel} aria-label="Decision">
      <h2>Decision</h2>
      {current ? (
        <div className={classes.decided}>
          <OutcomeBadge outcome={current.outcome} />
          {current.reason === '' ? null : <p>{current.reason}</p>}
          <By decision={current} />
        </div>
      ) : (
        <p>Nothing is decided. People decide; the scores are one of their reasons.</p>
      )}
      {earlier.length > 0 ? (
        <details className={classes.history}>
          <summary>
            {earlier.length === 1 ? '1 earlier decision' : `${earlier.length} earlier decisions`}
          </summary>
          <ol>
            {earlier.map((decision) => (
              <li key={decision.id}>
                <b>{outcomes[decision.outcome].name}</b>
                {decision.reason === '' ? '' : `: ${decision.reason}`}
                <By decision={decision} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {grading.mayDecide ? (
        <DecisionForm attemptId={attempt.id} current={current} />
      ) : attempt.reviews.submitted < attempt.reviews.wanted ? (
        <p>A decision waits until all reviews are submitted.</p>
      ) : null}
    </section>
  );
}

function DecisionForm({
  attemptId,
  current,
}: {
  attemptId: string;
  current: Decision | undefined;
}) {
  const [outcome, setOutcome] = useState<DecisionOutcome>();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const decide = useMutation(
    api.review.decide.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.review.key() }),
    }),
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome === undefined) return;
        decide.mutate({ attemptId, outcome, reason, replaces: current?.id ?? null });
      }}
    >
      <Radio.Group
        label={current ? 'Decide anew' : 'Decide'}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(outcomeOrder.find((one) => one === value))}
      >
        <Stack gap={8} mt={8}>
          {outcomeOrder.map((value) => (
            <Radio
              key={value}
              size="sm"
              value={value}
              label={outcomes[value].name}
              description={outcomes[value].told}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label="Reason"
        description="Others of staff read it, the candidate does not."
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.isError ? (
        <Alert color="red" role="alert">
          {describeProblem(decide.error).message} Your words are still here.
        </Alert>
      ) : null}
      <Button
        type="submit"
        loading={decide.isPending}
        disabled={outcome === undefined || reason.trim() === ''}
      >
        {current ? 'Replace the decision' : 'Record the decision'}
      </Button>
    </form>
  );
}

function By({ decision: { by, at } }: { decision: Decision }) {
  return (
    <span className={classes.by}>
      {by}, {new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
    </span>
  );
}
