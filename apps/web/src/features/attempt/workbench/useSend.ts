import type { CandidateSubmission } from '@assay/contracts/http';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import { useSubmit } from '#features/attempt/submissions/useSubmissions.ts';
import { describeSaveState } from '#features/attempt/workspace/describeSaveState.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';

/**
 * Runs or submits a workspace. The server judges what it has, so everything typed must have arrived
 * there first; when it has not, nothing is sent and the person is told why.
 */
export function useSend(attemptId: string) {
  const [sending, setSending] = useState<'public' | 'hidden'>();
  const submit = useSubmit(attemptId);

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
      return await submit.mutateAsync({ attemptId, challenge: workspace.challenge, suite });
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

function tell(title: string, message: string): void {
  notifications.show({ id: 'send', title, message, color: 'red', autoClose: 10_000 });
}
