import type { Language } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import type { CandidateChallenge } from '@assay/contracts/http';
import type { SaveState } from '@assay/workspace/browser';
import * as Y from 'yjs';
import { client } from '#app/api.ts';
import { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';

/** Nothing has to go anywhere, so nothing is ever on its way. */
const settled: SaveState = { kind: 'saved', pending: 0, reconnected: false };

/** What the practice challenge begins with, in each of its languages. */
export type Starters = Partial<Record<Language, Files>>;

/**
 * The files of the practice challenge, of each language those last seen. They are in this page alone, and end with
 * it. `onBegun` is called with the starter whenever there is another one.
 */
export function practiceWorkspace(
  attemptId: string,
  { slug: challenge, begunIn }: Pick<CandidateChallenge, 'slug' | 'begunIn'>,
  starters: Starters,
  onBegun: (starter: Files) => void,
): AttemptWorkspace {
  const doc = new Y.Doc();
  const files = doc.getMap<Y.Text>('files');
  const put = (content: Record<string, string>) =>
    doc.transact(() => {
      for (const path of files.keys()) files.delete(path);
      for (const [path, text] of Object.entries(content)) files.set(path, new Y.Text(text));
    });
  const works = { ...starters };
  let language = begunIn;
  const begin = () => {
    put(works[language] ?? {});
    onBegun(starters[language] ?? {});
  };
  begin();
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
      chooseLanguage: (wanted) => {
        works[language] = workspace.readFiles();
        language = wanted;
        begin();
        return Promise.resolve();
      },
    },
  });
  return workspace;
}
