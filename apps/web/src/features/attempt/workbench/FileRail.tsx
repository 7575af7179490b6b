import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconFilePlus, IconFolder, IconPencil, IconTrash } from '@tabler/icons-react';
import { type CSSProperties, useState } from 'react';
import { findNameProblem } from '#features/attempt/workspace/findNameProblem.ts';
import { FileNameInput } from './FileNameInput.tsx';
import classes from './FileRail.module.css';
import { fileRows } from './fileRows.ts';

type Naming = { kind: 'new' } | { kind: 'rename'; path: string } | undefined;

/** The files of a challenge: open, create, rename, delete. */
export function FileRail({
  paths,
  active,
  readOnly,
  onOpen,
  onCreate,
  onRename,
  onDelete,
}: {
  paths: string[];
  active: string | undefined;
  readOnly: boolean;
  onOpen: (path: string) => void;
  onCreate: (path: string) => void;
  onRename: (path: string, to: string) => void;
  onDelete: (path: string) => void;
}) {
  const [naming, setNaming] = useState<Naming>();
  const folder = active?.includes('/') ? active.slice(0, active.lastIndexOf('/') + 1) : '';
  return (
    <nav className={classes.rail} aria-label="Files" data-pane="files" tabIndex={-1}>
      <div className={classes.head}>
        <span>Files</span>
        {readOnly ? null : (
          <Tooltip label="New file">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label="New file"
              onClick={() => setNaming({ kind: 'new' })}
            >
              <IconFilePlus size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {naming?.kind === 'new' ? (
        <FileNameInput
          label="Name of the new file"
          initial={folder}
          findProblem={(path) => findNameProblem(path, paths)}
          onCancel={() => setNaming(undefined)}
          onName={(path) => {
            setNaming(undefined);
            onCreate(path);
          }}
        />
      ) : null}
      <ul className={classes.list}>
        {fileRows(paths).map((row) => {
          const indent: CSSProperties = { paddingLeft: 12 + row.depth * 14 };
          if (row.kind === 'folder') {
            return (
              <li key={`${row.path}/`} className={classes.folder} style={indent}>
                <IconFolder size={15} stroke={1.5} aria-hidden="true" />
                {row.name}
              </li>
            );
          }
          if (naming?.kind === 'rename' && naming.path === row.path) {
            return (
              <li key={row.path}>
                <FileNameInput
                  label={`New name of ${row.path}`}
                  initial={row.path}
                  findProblem={(path) =>
                    path === row.path
                      ? undefined
                      : findNameProblem(
                          path,
                          paths.filter((other) => other !== row.path),
                        )
                  }
                  onCancel={() => setNaming(undefined)}
                  onName={(to) => {
                    setNaming(undefined);
                    onRename(row.path, to);
                  }}
                />
              </li>
            );
          }
          return (
            <li
              key={row.path}
              className={classes.file}
              data-active={row.path === active || undefined}
            >
              <UnstyledButton
                className={classes.name}
                style={indent}
                title={row.path}
                aria-current={row.path === active ? 'true' : undefined}
                onClick={() => onOpen(row.path)}
                onKeyDown={(event) => {
                  if (readOnly) return;
                  if (event.key === 'F2') setNaming({ kind: 'rename', path: row.path });
                  if (event.key === 'Delete') onDelete(row.path);
                }}
              >
                {row.name}
              </UnstyledButton>
              {readOnly ? null : (
                <span className={classes.actions}>
                  <UnstyledButton
                    aria-label={`Rename ${row.path}`}
                    title="Rename"
                    onClick={() => setNaming({ kind: 'rename', path: row.path })}
                  >
                    <IconPencil size={14} stroke={1.6} />
                  </UnstyledButton>
                  <UnstyledButton
                    aria-label={`Delete ${row.path}`}
                    title="Delete"
                    onClick={() => onDelete(row.path)}
                  >
                    <IconTrash size={14} stroke={1.6} />
                  </UnstyledButton>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
