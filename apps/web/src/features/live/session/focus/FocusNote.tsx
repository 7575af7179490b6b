import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { useRemaining } from '#features/attempt/clock/useRemaining.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { describeFocus } from './describeFocus.ts';
import classes from './Focus.module.css';
import { tellProblem } from '#features/live/session/tellProblem.ts';

/** The candidate's focus time: what it means, what is left, and its end. */
export function FocusNote() {
  const { sessionId, status, offsetMs } = useLiveSession();
  const left = useRemaining(status.focus?.endsAt, offsetMs);
  const end = useMutation(
    api.live.endFocus.mutationOptions({
      onError: tellProblem,
    }),
  );
  if (status.focus === undefined) return null;
  return (
    <div className={classes.note}>
      <IconHourglass size={16} stroke={1.7} aria-hidden="true" />
      <span>
        <b>Focus time.</b> Nobody receives what you type or draw until it ends.
      </span>
      <b className="numbers" role="timer">
        {describeFocus(left)}
      </b>
      <Button
        size="compact-sm"
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate({ sessionId })}
      >
        End it now
      </Button>
    </div>
  );
}
