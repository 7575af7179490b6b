import { WorkspaceProvider, type WorkspaceSocket } from '@assay/workspace/browser';
import * as Y from 'yjs';
import { client } from '#app/api.ts';
import { AttemptWorkspace } from './AttemptWorkspace.ts';
import { keepOfflineCopy } from './keepOfflineCopy.ts';

/** A workspace of an attempt: saved by the server over `socket`, with a copy in this browser. */
export function openAttemptWorkspace(
  socket: WorkspaceSocket,
  attemptId: string,
  challenge: string,
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
    },
  });
}
