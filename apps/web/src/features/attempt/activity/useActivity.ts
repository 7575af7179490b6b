import { useEffect } from 'react';
import { client } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { ActivityReporter } from './ActivityReporter.ts';
import { watchAbsence } from './watchAbsence.ts';
import { watchPastes } from './watchPastes.ts';

/** Reports, while the workbench is shown, when the page is left and what is pasted: all that the lobby announces. */
export function useActivity(
  attemptId: string,
  monaco: MonacoApi | undefined,
  models: ReadonlyMap<string, WorkspaceModels> | undefined,
): void {
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
    const stopWatching = [
      watchAbsence({
        onLeft: (atMs) => {
          reporter.note({ kind: 'left' }, atMs);
          // The page may never come back.
          void reporter.flush();
        },
        onReturned: () => reporter.note({ kind: 'returned' }),
      }),
      watchPastes(monaco, (model, paste) => {
        for (const [challenge, files] of models) {
          const path = files.pathOf(model.uri);
          if (path !== undefined) reporter.note({ kind: 'pasted', challenge, path, ...paste });
        }
      }),
    ];
    return () => {
      for (const stop of stopWatching) stop();
      void reporter.flush().then(() => reporter.close());
    };
  }, [attemptId, monaco, models]);
}
