import { WorkspaceProvider, type WorkspaceSocket } from '@assay/workspace/browser';
import type { QueryClient } from '@tanstack/react-query';
import * as Y from 'yjs';
import { api, client } from '#app/api.ts';
import { AttemptWorkspace } from './AttemptWorkspace.ts';
import { keepOfflineCopy } from './keepOfflineCopy.ts';

/** A workspace of an attempt: saved by the server over `socket`, with a copy in this browser. */
export function openAttemptWorkspace(
  socket: WorkspaceSocket,
  attemptId: string,
  challenge: string,
  queries: QueryClient,
): AttemptWorkspace {
  const doc = new Y.Doc();
  const offlineCopy = keepOfflineCopy(`assay/${attemptId}/${challenge}`, doc);
  const provider = new WorkspaceProvider({ socket, attemptId, challenge, doc, offlineCopy });
  doc.once('destroy', () => void offlineCopy.close());
  return new AttemptWorkspace(challenge, doc, {
    provider,
    services: {
      explore: (steps, signal) =>
        client.candidate.explore({ attemptId, challenge, steps }, { signal }),
      replaceFiles: async (files) => {
        await client.candidate.replaceWorkspace({ attemptId, challenge, files });
      },
      chooseLanguage: async (language) => {
        await client.candidate.chooseLanguage({ attemptId, challenge, language });
        // There is another starter to compare with.
        const input = { attemptId, challenge, version: 'starter' as const };
        await queries.resetQueries({ queryKey: api.candidate.getVersion.queryKey({ input }) });
      },
    },
  });
}
