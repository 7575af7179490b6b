import { notifications } from '@mantine/notifications';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { FileNameInput } from './FileNameInput.tsx';
import classes from './FileRail.module.css';
import { fileRows } from './fileRows.ts';
import { findMoveProblem } from './findMoveProblem.ts';
import { TreeRow } from './TreeRow.tsx';

/** The files in their folders: open, rename, move by name or by dragging, delete. */
export function FileTree({
  paths,
  active,
  readOnly,
  closedAtFirst = [],
  badge,
  onOpen,
  onMove,
  onDelete,
}: {
  paths: string[];
  active: string | undefined;
  readOnly: boolean;
  /** Folders that show what is in them only once they are opened. */
  closedAtFirst?: readonly string[];
  /** Stands behind a file’s name: who else is in it, say. */
  badge?: ((path: string) => ReactNode) | undefined;
  onOpen: (path: string) => void;
  onMove: (from: string, to: string) => void;
  onDelete: (path: string) => void;
}) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set(closedAtFirst));
  const [renaming, setRenaming] = useState<string>();
  const [target, setTarget] = useState<string>();

  const toggle = (folder: string) => {
    const next = new Set(closed);
    if (!next.delete(folder)) next.add(folder);
    setClosed(next);
  };
  const drop = (from: string, folder: string) => {
    setTarget(undefined);
    const name = from.slice(from.lastIndexOf('/') + 1);
    const to = folder === '' ? name : `${folder}/${name}`;
    if (to === from) return;
    const problem = findMoveProblem(paths, from, to);
    if (problem === undefined) onMove(from, to);
    else
      notifications.show({
        id: 'move',
        title: `${from} stays where it is`,
        message: problem,
        color: 'red',
        autoClose: 10_000,
      });
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is for the mouse; the keyboard has Rename
    <ul
      className={classes.list}
      data-target={target === '' || undefined}
      onDragOver={(event) => {
        if (readOnly || !event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setTarget(folderAt(event.target));
      }}
      onDragLeave={() => setTarget(undefined)}
      onDrop={(event) => {
        const from = event.dataTransfer.getData(dragType);
        if (from === '') return;
        event.preventDefault();
        drop(from, folderAt(event.target));
      }}
    >
      {fileRows(paths, closed).map((row) => {
        const indent: CSSProperties = { paddingLeft: 10 + row.depth * 14 };
        if (renaming === row.path) {
          return (
            <li key={`${row.kind} ${row.path}`}>
              <FileNameInput
                label={`New name of ${row.path}`}
                initial={row.path}
                findProblem={(to) => findMoveProblem(paths, row.path, to)}
                onCancel={() => setRenaming(undefined)}
                onName={(to) => {
                  setRenaming(undefined);
                  onMove(row.path, to);
                }}
              />
            </li>
          );
        }
        return (
          <TreeRow
            key={`${row.kind} ${row.path}`}
            row={row}
            indent={indent}
            isActive={row.kind === 'file' && row.path === active}
            isOpen={row.kind === 'folder' && !closed.has(row.path)}
            isTarget={row.kind === 'folder' && row.path === target}
            readOnly={readOnly}
            badge={row.kind === 'file' ? badge?.(row.path) : undefined}
            onChoose={() => (row.kind === 'folder' ? toggle(row.path) : onOpen(row.path))}
            onRename={() => setRenaming(row.path)}
            onDelete={() => onDelete(row.path)}
            onDrag={(event) => event.dataTransfer.setData(dragType, row.path)}
          />
        );
      })}
    </ul>
  );
}

const dragType = 'application/x-assay-path';

/** The folder that an element of the list belongs to; the workspace itself is the empty name. */
function folderAt(element: EventTarget): string {
  const row = element instanceof Element ? element.closest<HTMLElement>('[data-folder]') : null;
  return row?.dataset['folder'] ?? '';
}
