import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconPencil, IconTrash } from '@tabler/icons-react';
import type { CSSProperties, DragEvent, ReactNode } from 'react';
import classes from './FileRail.module.css';
import type { FileRow } from './fileRows.ts';

/** A file or a folder in the list, with what can be done with it. */
export function TreeRow({
  row,
  indent,
  isActive,
  isOpen,
  isTarget,
  readOnly,
  badge,
  onChoose,
  onRename,
  onDelete,
  onDrag,
}: {
  row: FileRow;
  indent: CSSProperties;
  isActive: boolean;
  isOpen: boolean;
  isTarget: boolean;
  readOnly: boolean;
  badge: ReactNode;
  onChoose: () => void;
  onRename: () => void;
  onDelete: () => void;
  onDrag: (event: DragEvent) => void;
}) {
  const isFolder = row.kind === 'folder';
  const folder = isFolder ? row.path : row.path.slice(0, Math.max(0, row.path.lastIndexOf('/')));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is for the mouse; the keyboard has Rename
    <li
      className={classes.row}
      data-kind={row.kind}
      data-active={isActive || undefined}
      data-target={isTarget || undefined}
      data-folder={folder}
      draggable={!readOnly}
      onDragStart={onDrag}
    >
      <UnstyledButton
        className={classes.name}
        style={indent}
        title={row.path}
        aria-current={isActive ? 'true' : undefined}
        aria-expanded={isFolder ? isOpen : undefined}
        onClick={onChoose}
        onKeyDown={(event) => {
          if (isFolder && event.key === (isOpen ? 'ArrowLeft' : 'ArrowRight')) onChoose();
          if (readOnly) return;
          if (event.key === 'F2') onRename();
          if (event.key === 'Delete') onDelete();
        }}
      >
        {isFolder ? (
          <IconChevronRight
            className={classes.chevron}
            data-open={isOpen || undefined}
            size={14}
            stroke={1.8}
            aria-hidden="true"
          />
        ) : null}
        {row.name}
        {badge}
      </UnstyledButton>
      {readOnly ? null : (
        <span className={classes.actions}>
          <UnstyledButton
            aria-label={`Rename ${row.path}`}
            title="Rename or move"
            onClick={onRename}
          >
            <IconPencil size={14} stroke={1.6} />
          </UnstyledButton>
          <UnstyledButton aria-label={`Delete ${row.path}`} title="Delete" onClick={onDelete}>
            <IconTrash size={14} stroke={1.6} />
          </UnstyledButton>
        </span>
      )}
    </li>
  );
}
