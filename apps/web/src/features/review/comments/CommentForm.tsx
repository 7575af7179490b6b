import { maxCommentLength } from '@assay/contracts/http';
import { Button, Kbd, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { modKey } from '#app/modKey.ts';
import type { DraftState } from '#features/review/rubric/DraftSaver.ts';
import { DraftStatus } from '#features/review/rubric/DraftStatus.tsx';
import classes from './CommentCard.module.css';
import { describeLines } from './describeLines.ts';

/** A comment while it is written. It is kept as it is typed; `Escape` leaves it as it is. */
export function CommentForm({
  lines,
  text,
  state,
  onWrite,
  onRemove,
  onDone,
}: {
  lines: { fromLine: number; toLine: number };
  text: string;
  state: DraftState;
  onWrite: (text: string) => void;
  onRemove: () => void;
  onDone: () => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  const where = describeLines(lines);
  return (
    <div className={classes.card} data-writing>
      <header>
        <b>You</b>
        <span className="numbers">{where}</span>
      </header>
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={maxCommentLength}
        mt={4}
        aria-label={`Comment on ${where.toLowerCase()}`}
        placeholder="What do you see here?"
        value={text}
        onChange={(event) => onWrite(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isDone && event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
      />
      <div className={classes.foot}>
        <DraftStatus state={state} />
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
          Delete
        </Button>
        <Button size="compact-sm" onClick={onDone} rightSection={<Kbd size="xs">{modKey} ↵</Kbd>}>
          Done
        </Button>
      </div>
    </div>
  );
}
