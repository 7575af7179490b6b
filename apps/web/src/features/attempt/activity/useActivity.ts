import type { CandidateAttempt } from '@assay/contracts/http';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { ActivityReporter } from './ActivityReporter.ts';
import { OwnCopies } from './OwnCopies.ts';
import { refusePastes } from './refusePastes.ts';
import { watchAbsence } from './watchAbsence.ts';
import { watchPastes } from './watchPastes.ts';

/**
 * Reports, while the workbench is shown, when the page is left and what is pasted: all that the lobby announces. Where
 * the assessment does not allow it, nothing from elsewhere can be pasted.
 */
export function useActivity(
  { id: attemptId, policies }: Pick<CandidateAttempt, 'id' | 'policies'>,
  monaco: MonacoApi | undefined,
  models: ReadonlyMap<string, WorkspaceModels> | undefined,
): void {
  const mayPaste = policies.paste === 'allowed';
  useEffect(() => {
    if (monaco === undefined || models === undefined) return undefined;
    const reporter = new ActivityReporter(async (events) => {
      try {
        await client.candidate.recordActivity({ attemptId, events });
        return 'taken';
      } catch (error) {
        const { code, canRetry } = describeProblem(error);
        if (canRetry) return 'later';
        return code === 'BAD_REQUEST' ? 'refused' : 'over';
      }
    });
    const copies = new OwnCopies();
    const stopWatching = [
      ...(mayPaste ? [] : [refusePastes(copies, sayRefused)]),
      watchAbsence({
        onLeft: (atMs) => {
          reporter.note({ kind: 'left' }, atMs);
          // The page may never come back.
          void reporter.flush();
        },
        onReturned: () => reporter.note({ kind: 'returned' }),
      }),
      watchPastes(monaco, copies, (model, paste) => {
        for (const [challenge, files] of models) {
          const path = files.pathOf(model.uri);
          if (path !== undefined) reporter.note({ kind: 'pasted', challenge, path, ...paste });
        }
      }),
      () => copies.close(),
    ];
    return () => {
      for (const stop of stopWatching) stop();
      void reporter.flush().then(() => reporter.close());
    };
  }, [attemptId, mayPaste, monaco, models]);
}

const sayRefused = () =>
  notifications.show({
    id: 'paste refused',
    title: 'Not pasted',
    message:
      'This assessment takes only text that you copied on this page. Your files are as they were.',
  });
