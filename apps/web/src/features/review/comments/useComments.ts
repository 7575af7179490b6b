import type { ReviewComment, ReviewedAttempt } from '@assay/contracts/http';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#app/api.ts';
import { useDraftSaver } from '#features/review/rubric/useDraftSaver.ts';
import { applyChanges, type Changes, isNone, type Said } from './applyChanges.ts';

/** The comment that is being written. */
type OpenComment = Said & { id: string };

export type Comments = ReturnType<typeof useComments>;

/** The comments on the lines of an attempt, and one's own while they are written: kept as they change, like scores. */
export function useComments(attempt: ReviewedAttempt) {
  const queries = useQueryClient();
  const options = api.review.listComments.queryOptions({ input: { attemptId: attempt.id } });
  const kept = useQuery(options);
  const [changes, setChanges] = useState<Changes>(new Map());
  const [open, setOpen] = useState<OpenComment>();

  const saver = useDraftSaver<Changes>(attempt.id, async (_attemptId, draft) => {
    for (const [id, said] of draft) {
      const saved = await send(id, said);
      queries.setQueryData(options.queryKey, (before: ReviewComment[] = []) => [
        ...before.filter((comment) => comment.id !== id),
        ...(saved ? [saved] : []),
      ]);
      setChanges((now) =>
        now.get(id) === said ? new Map([...now].filter(([key]) => key !== id)) : now,
      );
    }
  });

  const comments = applyChanges(kept.data ?? [], changes);
  const change = (id: string, said: Said) => {
    const next = new Map(changes).set(id, said);
    setChanges(next);
    saver.change(next);
  };

  return {
    comments,
    state: saver.state,
    /** Waits until no save is under way; says whether all is kept. */
    settle: saver.settle,
    open,
    /** Whether the signed-in person may comment now: as long as their review may be written. */
    canWrite:
      attempt.review?.state === 'draft' &&
      attempt.grading === undefined &&
      attempt.erasedAt === undefined &&
      attempt.state !== 'withdrawn',
    begin: (lines: Omit<Said, 'text'>) => setOpen({ ...lines, id: crypto.randomUUID(), text: '' }),
    edit: (id: string) => setOpen(comments.find((comment) => comment.id === id)),
    /** Gives the one that is open other words. */
    write: (text: string) => {
      if (open === undefined) return;
      const { id, submissionId, path, fromLine, toLine } = open;
      setOpen({ ...open, text });
      change(id, { submissionId, path, fromLine, toLine, text });
    },
    remove: (id: string) => {
      const found = comments.find((comment) => comment.id === id);
      if (found !== undefined) {
        const { submissionId, path, fromLine, toLine } = found;
        change(id, { submissionId, path, fromLine, toLine, text: '' });
      }
      setOpen((now) => (now?.id === id ? undefined : now));
    },
    close: () => setOpen(undefined),
  };
}

async function send(commentId: string, said: Said): Promise<ReviewComment | undefined> {
  if (!isNone(said)) return client.review.saveComment({ ...said, commentId });
  await client.review.deleteComment({ submissionId: said.submissionId, commentId });
  return undefined;
}
