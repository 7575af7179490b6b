import { type CodeChange, findCursor, isPerson, latestUntil } from '@assay/workspace/replay';
import { useMemo } from 'react';
import type * as Y from 'yjs';
import { CodeView } from '#features/code/CodeView.tsx';
import { FileTabs } from '#features/code/FileTabs.tsx';
import { personStyle } from '#features/live/presence/personColour.ts';
import pane from '#panes/Pane.module.css';
import classes from './Replay.module.css';
import type { ReplayPerson } from './replaySource.ts';

/** The files of a moment in tabs, and the cursors of those who wrote in the one that is open. */
export function ReplayCode({
  doc,
  version,
  changes,
  people,
  atMs,
  path,
  reveal,
  onOpen,
}: {
  /** Of that moment. */
  doc: Y.Doc;
  /** Another number: another state of the document. */
  version: number;
  changes: readonly CodeChange[];
  people: readonly ReplayPerson[];
  atMs: number;
  path: string | undefined;
  /** Whose cursor is kept in view, by id. */
  reveal: string | undefined;
  onOpen: (path: string) => void;
}) {
  const files = useMemo(() => doc.getMap<Y.Text>('files'), [doc]);
  const texts = useMemo(
    () => Object.fromEntries([...files].map(([file, text]) => [file, text.toString()])),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the document changes without becoming another object
    [files, version],
  );
  const paths = Object.keys(texts).toSorted((one, other) => one.localeCompare(other, 'en'));
  const active = path !== undefined && files.has(path) ? path : paths[0];
  const byAuthor = useMemo(
    () =>
      Map.groupBy(
        changes.filter(({ author }) => isPerson(author)),
        ({ author }) => author,
      ),
    [changes],
  );
  if (active === undefined) return <p className={pane.empty}>There are no files at this moment.</p>;
  const text = files.get(active);
  const latest = people.flatMap((person) => {
    const change = latestUntil(byAuthor.get(person.id) ?? [], atMs);
    return change === undefined ? [] : [{ person, change }];
  });
  const carets = latest.flatMap(({ person, change: { path: where, cursor } }) => {
    const offset = where === active ? findCursor(cursor, text) : undefined;
    return offset === undefined ? [] : [{ ...person, offset, reveal: person.id === reveal }];
  });
  return (
    <div className={classes.code}>
      <FileTabs
        open={paths}
        active={active}
        badge={(file) =>
          latest
            .filter(({ change }) => change.path === file)
            .map(({ person: { id, name, colour } }) => (
              <i
                key={id}
                className={classes.dot}
                style={personStyle(colour)}
                role="img"
                aria-label={`${name} wrote here last`}
                title={`${name} wrote here last`}
              />
            ))
        }
        onOpen={onOpen}
      />
      <div className={classes.editor}>
        <CodeView files={texts} path={active} carets={carets} onOpen={onOpen} />
      </div>
    </div>
  );
}
