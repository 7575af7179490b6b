import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Stack } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { PlainPage } from '#app/PlainPage.tsx';
import { Notice } from '#app/Notice.tsx';
import { formatRemaining } from '#features/attempt/clock/formatRemaining.ts';
import { useRemaining } from '#features/attempt/clock/useRemaining.ts';
import { KeepLink } from './KeepLink.tsx';

/** In place of the workbench on a telephone: that it is no place to write code, that the clock runs, and the way out. */
export function SmallScreenPage({
  attempt,
  offsetMs,
  onContinue,
}: {
  attempt: CandidateAttempt;
  offsetMs: number;
  onContinue: () => void;
}) {
  const remainingMs = useRemaining(attempt.deadline, offsetMs);
  return (
    <PlainPage title="Needs a larger screen">
      <Stack gap={24} align="flex-start">
        <Notice
          order={1}
          icon={<IconDeviceLaptop size={20} stroke={1.6} />}
          title="This screen is too small to work on"
        >
          <p>
            Your clock runs: <b className="numbers">{formatRemaining(remainingMs)}</b> left. Open
            your link on a computer: your files are there as you left them.
          </p>
        </Notice>
        <div>
          <KeepLink attemptId={attempt.id} />
        </div>
        <Button variant="subtle" ml={-18} onClick={onContinue}>
          Work here all the same, one pane at a time
        </Button>
      </Stack>
    </PlainPage>
  );
}
