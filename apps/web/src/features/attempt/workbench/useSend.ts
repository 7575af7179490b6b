import type { CandidateSubmission } from '@assay/contracts/http';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import { newId } from '#app/newId.ts';
import { describeSaveState } from '#features/attempt/workspace/describeSaveState.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { useSubmit } from './useSubmit.ts';

/**
 * Runs or submits a workspace. The server judges what it has, so everything typed must have arrived
 * there first; when it has not, nothing is sent and the person is told why. What was sent and is not answered
 * is sent again, and the person is told that it is on its way.
 */
export function useSend(attemptId: string) {
  const [sending, setSending] = useState<'public' | 'hidden'>();
  const submit = useSubmit(attemptId);
  useWait(submit.isPending && submit.failureCount > 0 ? sending : undefined);

  const send = async (
    workspace: AttemptWorkspace,
    suite: 'public' | 'hidden',
  ): Promise<CandidateSubmission | undefined> => {
    if (sending !== undefined) return undefined;
    setSending(suite);
    const what = suite === 'public' ? 'Not run' : 'Not submitted';
    try {
      const state = await workspace.provider.whenSettled();
      if (state.kind !== 'saved') {
        tell(`${what} yet`, `${describeSaveState(state).detail} Try again once it says Saved.`);
        return undefined;
      }
      return await submit.mutateAsync({
        attemptId,
        challenge: workspace.challenge,
        suite,
        idempotencyKey: newId(),
      });
    } catch (error) {
      const problem = describeProblem(error);
      tell(what, problem.message);
      return undefined;
    } finally {
      setSending(undefined);
    }
  };
  return { send, sending };
}

/** Says that something is on its way, for as long as it is. */
function useWait(suite: 'public' | 'hidden' | undefined): void {
  useEffect(() => {
    if (suite === undefined) return undefined;
    notifications.show({
      id: 'waits',
      title: suite === 'public' ? 'Starting the run …' : 'Submitting …',
      message:
        'There was no answer. It is sent again until there is one, and counts once. What you type meanwhile is saved, and may be part of it.',
      loading: true,
      autoClose: false,
      withCloseButton: false,
    });
    return () => {
      notifications.hide('waits');
    };
  }, [suite]);
}

function tell(title: string, message: string): void {
  notifications.show({ id: 'send', title, message, color: 'red', autoClose: 10_000 });
}
