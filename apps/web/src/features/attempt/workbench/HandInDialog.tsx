import type { CandidateAttempt, CandidateSubmission } from '@assay/contracts/http';
import { Button, Group, Modal, Text } from '@mantine/core';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { formatRemaining } from '#features/attempt/clock/formatRemaining.ts';
import { countingSubmission } from '#features/attempt/submissions/countingSubmission.ts';
import { shortenHolds } from '#features/attempt/submissions/describeHolds.ts';
import classes from './HandInDialog.module.css';

/** Asks before the attempt ends early, and says what will count. */
export function HandInDialog({
  opened,
  onClose,
  challenges,
  submissions,
  remainingMs,
  busy,
  repeating,
  error,
  onHandIn,
}: {
  opened: boolean;
  onClose: () => void;
  /** What is handed in: all of them, or the one that has its own clock. */
  challenges: CandidateAttempt['challenges'];
  submissions: CandidateSubmission[];
  remainingMs: number;
  busy: boolean;
  /** Whether there was no answer, so that it is sent again. */
  repeating: boolean;
  error: unknown;
  onHandIn: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Hand in and finish?" size={480}>
      <Text>
        You have {formatRemaining(remainingMs)} left. After handing in, nothing can be changed any
        more. What is in the editor and differs from your last submission is submitted for you.
      </Text>
      <ul className={classes.challenges}>
        {challenges.map(({ slug, title }) => {
          const verdict = countingSubmission(submissions, slug)?.verdict;
          return (
            <li key={slug}>
              <span>{title}</span>
              <span className="numbers">
                {verdict ? `Last submission: ${shortenHolds(verdict)}` : 'Not submitted yet'}
              </span>
            </li>
          );
        })}
      </ul>
      {repeating ? (
        <Text mt={16} role="status">
          There was no answer. It is sent again until there is one, and counts once.
        </Text>
      ) : null}
      {error ? <ProblemNotice order={3} error={error} /> : null}
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep working
        </Button>
        <Button loading={busy} onClick={onHandIn}>
          Hand in
        </Button>
      </Group>
    </Modal>
  );
}
