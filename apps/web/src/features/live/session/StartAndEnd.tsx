import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';
import { useLiveSession } from './LiveSession.ts';
import { tellProblem } from './tellProblem.ts';

/** Opens the session for all who are let in, and ends it, which cannot be taken back. */
export function StartAndEnd() {
  const { sessionId, status } = useLiveSession();
  const [ending, setEnding] = useState(false);
  const start = useMutation(api.live.start.mutationOptions({ onError: tellProblem }));
  const end = useMutation(
    api.live.end.mutationOptions({ onSuccess: () => setEnding(false), onError: tellProblem }),
  );
  switch (status.state) {
    case 'prepared':
      return (
        <Button size="xs" loading={start.isPending} onClick={() => start.mutate({ sessionId })}>
          Start the session
        </Button>
      );
    case 'open':
      return (
        <>
          <Button size="xs" variant="default" onClick={() => setEnding(true)}>
            End
          </Button>
          <ConfirmDialog
            opened={ending}
            onClose={() => setEnding(false)}
            title="End the session"
            size={480}
            keep="Go on"
            act="End for all"
            onAct={() => end.mutate({ sessionId })}
            isActing={end.isPending}
          >
            <Text>
              Code and whiteboard stay as they are: nobody can change them any more, and candidates
              and observers leave the pad. You can still read both, and go on with your notes. An
              ended session is not opened again.
            </Text>
          </ConfirmDialog>
        </>
      );
    case 'ended':
      return null;
  }
}
