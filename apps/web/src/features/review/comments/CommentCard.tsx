import type { ReviewComment } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import classes from './CommentCard.module.css';
import { describeLines } from './describeLines.ts';

/** What somebody said about lines. */
export function CommentCard({
  comment: { id, by, text, ...lines },
  onEdit,
  onRemove,
}: {
  comment: ReviewComment;
  /** Both absent where nothing can change. */
  onEdit?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}) {
  const who = by.isMe ? 'You' : by.name;
  const where = describeLines(lines);
  return (
    <article
      className={classes.card}
      aria-label={`${who}, ${where}`}
      data-comment={id}
      tabIndex={-1}
    >
      <header>
        <b>{who}</b>
        <span className="numbers">{where}</span>
        {onEdit ? (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onEdit}>
            Edit
          </Button>
        ) : null}
        {onRemove ? (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
            Delete
          </Button>
        ) : null}
      </header>
      <p>{text}</p>
    </article>
  );
}
