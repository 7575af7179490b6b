import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconDots,
  IconDownload,
  IconFilePlus,
  IconFiles,
  IconSearch,
  IconUpload,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { findNameProblem } from '#features/attempt/workspace/findNameProblem.ts';
import { FileNameInput } from './FileNameInput.tsx';
import classes from './FileRail.module.css';
import { FileTree } from './FileTree.tsx';

/** The rail beside the editor: the files of a challenge, or a search in them. */
export function FileRail({
  search,
  searching,
  onSearching,
  onCreate,
  onDownload,
  onUpload,
  ...tree
}: Parameters<typeof FileTree>[0] & {
  search: ReactNode;
  searching: boolean;
  onSearching: (searching: boolean) => void;
  onCreate: (path: string) => void;
  onDownload: () => void;
  /** Absent where files cannot be replaced as a whole. */
  onUpload?: () => void;
}) {
  const { paths, active, readOnly } = tree;
  const [naming, setNaming] = useState(false);
  const folder = active?.includes('/') ? active.slice(0, active.lastIndexOf('/') + 1) : '';
  return (
    <nav className={classes.rail} aria-label="Files" data-pane="files" tabIndex={-1}>
      <div className={classes.head}>
        <span>{searching ? 'Search' : 'Files'}</span>
        <div className={classes.tools}>
          {readOnly || searching ? null : (
            <Tool label="New file" onClick={() => setNaming(true)}>
              <IconFilePlus size={16} stroke={1.6} />
            </Tool>
          )}
          <Tool
            label={searching ? 'Show the files' : 'Search in all files'}
            onClick={() => onSearching(!searching)}
          >
            {searching ? (
              <IconFiles size={16} stroke={1.6} />
            ) : (
              <IconSearch size={15} stroke={1.6} />
            )}
          </Tool>
          <Menu position="bottom-start" width={220}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label="Download or upload">
                <IconDots size={16} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconDownload size={16} stroke={1.6} />} onClick={onDownload}>
                Download as zip
              </Menu.Item>
              {onUpload ? (
                <Menu.Item
                  leftSection={<IconUpload size={16} stroke={1.6} />}
                  disabled={readOnly}
                  onClick={onUpload}
                >
                  Replace by a zip
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {naming ? (
        <FileNameInput
          label="Name of the new file"
          initial={folder}
          findProblem={(path) => findNameProblem(path, paths)}
          onCancel={() => setNaming(false)}
          onName={(path) => {
            setNaming(false);
            onCreate(path);
          }}
        />
      ) : null}
      {searching ? search : <FileTree {...tree} />}
    </nav>
  );
}

function Tool({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
