import type { Criterion } from '@assay/contracts/challenge';
import type { GradedCriterion, Override } from '@assay/contracts/http';
import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { ScoreButtons } from '#features/review/rubric/ScoreButtons.tsx';
import { formatScore } from '@assay/contracts/report';
import classes from './SidePanel.module.css';

/** Puts a score in the place of a criterion's median, with a reason, or lets the median count again. */
export function OverrideDialog({
  attemptId,
  criterion,
  graded,
  history,
  onClose,
}: {
  attemptId: string;
  criterion: Criterion;
  graded: GradedCriterion;
  /** Oldest first. */
  history: Override[];
  onClose: () => void;
}) {
  const [score, setScore] = useState<number | null>(graded.override?.score ?? null);
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const override = useMutation(
    api.review.overrideScore.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.review.key() });
        onClose();
      },
    }),
  );
  const send = (chosen: number | null) =>
    override.mutate({
      attemptId,
      challenge: graded.challenge,
      criterion: graded.criterion,
      score: chosen,
      reason,
    });
  const hasReason = reason.trim() !== '';
  return (
    <Modal opened onClose={onClose} title={`Override ${criterion.title}`} size={520}>
      <Text size="sm" c="dimmed" mb={12}>
        The median of the submitted scores is {formatScore(graded.median)}. The reviews stay as they
        are; what you choose counts in their place, with your name and your reason beside it.
      </Text>
      <ScoreButtons label={`Score for ${criterion.title}`} value={score} onChange={setScore} />
      <Textarea
        mt={12}
        data-autofocus
        label="Reason"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {history.length > 0 ? (
        <details className={classes.history}>
          <summary>What was changed before</summary>
          <ol>
            {history.map(({ score: before, reason: why, by, at }) => (
              <li key={at}>
                {before === null ? 'Back to the median' : `${before}`}
                {why === '' ? '' : `: ${why}`}
                <span className={classes.by}>
                  {by},{' '}
                  {new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
                </span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {override.isError ? (
        <Alert color="red" mt={12} role="alert">
          {describeProblem(override.error).message} Nothing was changed.
        </Alert>
      ) : null}
      <Group justify="flex-end" gap={8} mt={20}>
        {graded.override ? (
          <Button variant="default" disabled={!hasReason} onClick={() => send(null)}>
            Let the median count
          </Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        )}
        <Button
          loading={override.isPending}
          disabled={!hasReason || score === null || score === graded.override?.score}
          onClick={() => send(score)}
        >
          Override
        </Button>
      </Group>
    </Modal>
  );
}
