import type { ReviewComment, ReviewSubmission } from '@assay/contracts/http';
import { UnstyledButton } from '@mantine/core';
import { formatTime } from '#app/formatTime.ts';
import pane from '#panes/Pane.module.css';
import classes from './CommentList.module.css';
import { describeLines } from './describeLines.ts';

/** All comments on the work of a challenge, by submission; each leads to its lines. */
export function CommentList({
  comments,
  submissions,
  canWrite,
  onGo,
}: {
  comments: ReviewComment[];
  submissions: ReviewSubmission[];
  canWrite: boolean;
  onGo: (comment: ReviewComment) => void;
}) {
  if (comments.length === 0)
    return (
      <p className={pane.empty}>
        {canWrite
          ? 'There are no comments yet. Put the cursor on a line of the code and press c, or use the margin beside its number. Others read yours once both of you have submitted your reviews.'
          : 'There are no comments that you can read.'}
      </p>
    );
  return submissions.map(({ id, suite, createdAt }) => {
    const own = comments.filter(({ submissionId }) => submissionId === id);
    if (own.length === 0) return null;
    const name = `${suite === 'public' ? 'Run' : 'Submission'} at ${formatTime(createdAt)}`;
    return (
      <section key={id} className={classes.group} aria-label={name}>
        <h3 className="numbers">{name}</h3>
        <ul>
          {own.map((comment) => (
            <li key={comment.id}>
              <UnstyledButton className={classes.comment} onClick={() => onGo(comment)}>
                <span className="numbers">
                  <b>{comment.path}</b> {describeLines(comment).toLowerCase()} ·{' '}
                  {comment.by.isMe ? 'you' : comment.by.name}
                </span>
                <span>{comment.text}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
