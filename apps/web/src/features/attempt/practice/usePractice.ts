import type { CandidateSubmission } from '@assay/contracts/http';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { isUnfinished } from '#features/attempt/submissions/useSubmissions.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';

/** Runs of the practice challenge, newest first. They are judged like any other, and known to this page alone. */
export function usePractice(attemptId: string, workspace: AttemptWorkspace | undefined) {
  const queries = useQueryClient();
  const [runs, setRuns] = useState<CandidateSubmission[]>([]);
  const abort = useRef<AbortController>(null);
  const pending = runs.find(isUnfinished);

  const change = (id: string, done: Partial<CandidateSubmission>) =>
    setRuns((known) => known.map((run) => (run.id === id ? { ...run, ...done } : run)));

  const send = async (suite: 'public' | 'hidden') => {
    if (workspace === undefined || pending !== undefined) return;
    const { challenge } = workspace;
    const id = crypto.randomUUID();
    const files = workspace.readFiles();
    const controller = new AbortController();
    abort.current = controller;
    const createdAt = new Date().toISOString();
    setRuns((known) => [
      { id, attemptId, challenge, suite, sentBy: 'candidate', state: 'running', createdAt },
      ...known,
    ]);
    // What a run had can be compared with; the server has no copy to ask for.
    const version = { attemptId, challenge, version: id };
    queries.setQueryData(api.candidate.getVersion.queryKey({ input: version }), { files });
    try {
      const verdict = await client.candidate.practise(
        { attemptId, suite, files },
        { signal: controller.signal },
      );
      change(id, { state: 'judged', verdict });
    } catch (error) {
      change(id, { state: 'cancelled' });
      if (controller.signal.aborted) return;
      const { message } = describeProblem(error);
      notifications.show({ id: 'send', title: 'Not run', message, color: 'red' });
    }
  };

  return { runs, pending, send, cancel: () => abort.current?.abort() };
}
