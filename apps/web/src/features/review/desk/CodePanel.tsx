import type { Files } from '@assay/contracts/workspace';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy, IconMessagePlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { type CodePlace, CodeView, type ShownCode } from '#features/code/CodeView.tsx';
import { FileTabs } from '#features/code/FileTabs.tsx';
import { LineZones } from '#features/code/LineZones.tsx';
import { type Lines, selectedLines, useGutter } from '#features/code/useGutter.ts';
import { listCommentZones } from '#features/review/comments/listCommentZones.tsx';
import type { Comments } from '#features/review/comments/useComments.ts';
import classes from './SubmissionDetail.module.css';
import { useCodeKeys } from './useCodeKeys.ts';

/** The files of a submission, or of the starter, with what was said about their lines. */
export function CodePanel({
  files,
  paths,
  path,
  entry,
  place,
  changed,
  submissionId,
  comments,
  onOpen,
  onCopy,
}: {
  files: Files;
  paths: string[];
  path: string;
  entry: string;
  place: CodePlace | undefined;
  changed: ReadonlySet<string>;
  /** Absent where there is but the starter. */
  submissionId: string | undefined;
  comments: Comments;
  onOpen: (path: string) => void;
  /** Absent where nobody may. */
  onCopy: (() => void) | undefined;
}) {
  const [shown, setShown] = useState<ShownCode>();
  const instance = shown?.instance;
  const mayComment = submissionId !== undefined && comments.canWrite;
  const begin = ({ fromLine, toLine }: Lines) => {
    if (submissionId !== undefined) comments.begin({ submissionId, path, fromLine, toLine });
  };
  const beginHere = () => {
    if (mayComment && instance !== undefined) begin(selectedLines(instance));
  };
  const focusCode = useCallback(() => instance?.focus(), [instance]);
  const zones =
    submissionId === undefined
      ? []
      : listCommentZones(comments, { submissionId, path, onDone: focusCode });
  useGutter(shown, zones, mayComment ? begin : undefined);
  const said = comments.comments.filter((comment) => comment.submissionId === submissionId);
  const step = (by: 1 | -1) => {
    if (instance === undefined) return;
    const here = instance.getPosition()?.lineNumber ?? 1;
    const lines = said.filter((comment) => comment.path === path).map(({ toLine }) => toLine);
    const line = by === 1 ? lines.find((at) => at > here) : lines.findLast((at) => at < here);
    if (line === undefined) return;
    instance.setPosition({ lineNumber: line, column: 1 });
    instance.revealLineInCenter(line);
    instance.focus();
  };
  useCodeKeys({ c: beginHere, '.': () => step(1), ',': () => step(-1) });

  return (
    <>
      <div className={classes.bar}>
        <FileTabs
          open={paths}
          active={path}
          marked={{ paths: changed, meaning: 'changed from the starter' }}
          badge={(file) => {
            const count = said.filter((comment) => comment.path === file).length;
            if (count === 0) return null;
            const meaning = count === 1 ? '1 comment' : `${count} comments`;
            return (
              <span className={`${classes.said} numbers`} title={meaning}>
                {count}
              </span>
            );
          }}
          onOpen={onOpen}
        />
        {mayComment ? (
          <Tooltip label="Comment the line or the selection (c)">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label="Comment the line or the selection"
              onClick={beginHere}
            >
              <IconMessagePlus size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        {onCopy ? (
          <Button
            className={classes.copy}
            size="compact-sm"
            variant="default"
            title="Edit a copy (e)"
            leftSection={<IconCopy size={14} stroke={1.7} />}
            onClick={onCopy}
          >
            <span>Edit a copy</span>
          </Button>
        ) : null}
      </div>
      <div className={classes.editor} data-reading>
        <CodeView
          files={files}
          path={path}
          entry={entry}
          checked
          place={place}
          onOpen={onOpen}
          onShown={setShown}
        />
        {shown ? <LineZones instance={shown.instance} model={shown.model} zones={zones} /> : null}
      </div>
    </>
  );
}
