import type { Review, ReviewedAttempt } from '@assay/contracts/http';
import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { scoreKey } from '#features/review/rubric/missingItems.ts';
import classes from './FeedbackPanel.module.css';

/**
 * Words for the candidate, one field for each criterion. They begin as what was released before or as one's own
 * notes, which were written for colleagues: nothing goes out that one has not looked at here.
 */
export function ReleaseDialog({
  attempt,
  review,
  onClose,
}: {
  attempt: ReviewedAttempt;
  review: Review;
  onClose: () => void;
}) {
  const { feedback, feedbackPolicy: policy } = attempt;
  const before =
    feedback?.comments ?? review.scores.map(({ note, ...at }) => ({ ...at, text: note }));
  const [message, setMessage] = useState(feedback?.message ?? '');
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        before.map(({ challenge, criterion, text }) => [scoreKey(challenge, criterion), text]),
      ),
  );
  const queries = useQueryClient();
  const release = useMutation(
    api.review.releaseFeedback.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.review.key() });
        onClose();
      },
    }),
  );
  const comments = attempt.challenges.flatMap(({ slug, rubric }) =>
    rubric.flatMap(({ id }) => {
      const text = texts.get(scoreKey(slug, id))?.trim() ?? '';
      return text === '' ? [] : [{ challenge: slug, criterion: id, text }];
    }),
  );

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Release feedback to ${attempt.candidateName}`}
      size={640}
    >
      <div className={classes.scroll}>
        <Text size="sm" c="dimmed">
          {policy.comments
            ? 'These words begin as your notes, and stay apart from them. Empty fields are left out. Scores are not shown.'
            : 'This assessment releases the author’s write-up and no comments.'}
          {policy.comments && policy.writeUp
            ? ' The author’s write-up and the reference are released with them.'
            : ''}
        </Text>
        {policy.comments ? (
          <>
            <Textarea
              label="About the whole"
              autosize
              minRows={2}
              maxRows={8}
              maxLength={4_000}
              data-autofocus
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
            {attempt.challenges.map(({ slug, title, rubric }) => (
              <section key={slug} aria-label={title}>
                <h3 className={classes.challenge}>{title}</h3>
                {rubric.map((criterion) => {
                  const key = scoreKey(slug, criterion.id);
                  return (
                    <Textarea
                      key={key}
                      mt={8}
                      label={criterion.title}
                      autosize
                      minRows={1}
                      maxRows={8}
                      maxLength={4_000}
                      value={texts.get(key) ?? ''}
                      onChange={(event) =>
                        setTexts(new Map(texts).set(key, event.currentTarget.value))
                      }
                    />
                  );
                })}
              </section>
            ))}
          </>
        ) : null}
        {release.isError ? <ProblemNotice order={3} error={release.error} /> : null}
      </div>
      <Group className={classes.actions} justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button
          loading={release.isPending}
          onClick={() =>
            release.mutate(
              policy.comments
                ? { attemptId: attempt.id, message, comments }
                : { attemptId: attempt.id, message: '', comments: [] },
            )
          }
        >
          Release to the candidate
        </Button>
      </Group>
    </Modal>
  );
}
