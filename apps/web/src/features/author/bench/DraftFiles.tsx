import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FileNameInput } from '#features/attempt/workbench/files/FileNameInput.tsx';
import classes from '#features/attempt/workbench/files/FileRail.module.css';
import { FileTree } from '#features/attempt/workbench/files/FileTree.tsx';
import { findNameProblem } from '#features/attempt/workspace/findNameProblem.ts';

/** What one opens seldom; the rest of a challenge then fits a screen. */
const closedAtFirst = ['solution-alt', 'starter', 'wrong'];

/** All files of a challenge, in their folders. */
export function DraftFiles({
  onCreate,
  ...tree
}: Omit<Parameters<typeof FileTree>[0], 'readOnly'> & { onCreate: (path: string) => void }) {
  const { paths, active } = tree;
  const [naming, setNaming] = useState(false);
  const folder = active?.includes('/') ? active.slice(0, active.lastIndexOf('/') + 1) : '';
  return (
    <nav className={classes.rail} aria-label="Files" tabIndex={-1}>
      <div className={classes.head}>
        <span>Files</span>
        <div className={classes.tools}>
          <Tooltip label="New file">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label="New file"
              onClick={() => setNaming(true)}
            >
              <IconFilePlus size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
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
      <FileTree {...tree} readOnly={false} closedAtFirst={closedAtFirst} />
    </nav>
  );
}
