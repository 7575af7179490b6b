import type { Files } from '@assay/contracts/workspace';
import type { SaveState } from '@assay/workspace/browser';
import * as Y from 'yjs';
import { client } from '#app/api.ts';
import { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';

/** Nothing has to go anywhere, so nothing is ever on its way. */
const settled: SaveState = { kind: 'saved', pending: 0, reconnected: false };

/** The files of the practice challenge. They are in this page alone, and end with it. */
export function practiceWorkspace(
  attemptId: string,
  challenge: string,
  starter: Files,
): AttemptWorkspace {
  const doc = new Y.Doc();
  const files = doc.getMap<Y.Text>('files');
  const put = (content: Record<string, string>) =>
    doc.transact(() => {
      for (const path of files.keys()) files.delete(path);
      for (const [path, text] of Object.entries(content)) files.set(path, new Y.Text(text));
    });
  put(starter);
  const workspace: AttemptWorkspace = new AttemptWorkspace(challenge, doc, {
    provider: {
      saveState: settled,
      opened: true,
      readOnly: false,
      subscribe: () => () => {},
      whenSettled: () => Promise.resolve(settled),
      flush: () => {},
      close: () => {},
    },
    services: {
      explore: (steps, signal) =>
        client.candidate.explorePractice(
          { attemptId, files: workspace.readFiles(), steps },
          { signal },
        ),
      replaceFiles: (content) => {
        put(content);
        return Promise.resolve();
      },
    },
  });
  return workspace;
}
