import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { QuestionsButton } from '#features/attempt/questions/QuestionsButton.tsx';
import { useLive } from '#features/attempt/useLive.ts';
import { WithdrawDialog } from '#features/attempt/withdraw/WithdrawDialog.tsx';

/** What one can still do after handing in: ask, and, until somebody has graded, withdraw. */
export function StayInTouch({ attempt }: { attempt: CandidateAttempt }) {
  useLive(attempt.id);
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Group justify="space-between" mt={40}>
      <QuestionsButton attemptId={attempt.id} organisation={attempt.organisation} />
      {attempt.state === 'graded' ? null : (
        <>
          <Button variant="subtle" color="gray" onClick={() => setWithdrawing(true)}>
            Withdraw
          </Button>
          <WithdrawDialog
            attempt={attempt}
            opened={withdrawing}
            onClose={() => setWithdrawing(false)}
          />
        </>
      )}
    </Group>
  );
}
