import type { ReviewComment } from '@assay/contracts/http';
import type { LineZone } from '#features/code/LineZones.tsx';
import { CommentCard } from './CommentCard.tsx';
import { CommentForm } from './CommentForm.tsx';
import type { Comments } from './useComments.ts';

/** The comments on a file of a submission as zones below its lines, one for each line that has some. */
export function listCommentZones(
  comments: Comments,
  { submissionId, path, onDone }: { submissionId: string; path: string; onDone: () => void },
): LineZone[] {
  const isHere = (one: { submissionId: string; path: string }) =>
    one.submissionId === submissionId && one.path === path;
  const here = comments.comments.filter(isHere);
  const { open } = comments;
  const opened = open !== undefined && isHere(open) ? open : undefined;
  const said = here.filter(({ id }) => id !== opened?.id);
  const lines = new Set([...said, ...(opened ? [opened] : [])].map(({ toLine }) => toLine));

  const form = (one: NonNullable<typeof opened>) => (
    <CommentForm
      key={one.id}
      lines={one}
      text={one.text}
      state={comments.state}
      onWrite={comments.write}
      onRemove={() => {
        comments.remove(one.id);
        onDone();
      }}
      onDone={() => {
        comments.close();
        onDone();
      }}
    />
  );
  const card = (one: ReviewComment) => {
    const mayChange = comments.canWrite && one.by.isMe;
    return (
      <CommentCard
        key={one.id}
        comment={one}
        onEdit={mayChange ? () => comments.edit(one.id) : undefined}
        onRemove={mayChange ? () => comments.remove(one.id) : undefined}
      />
    );
  };
  return [...lines].map((line) => {
    const cards = said.filter(({ toLine }) => toLine === line);
    const written = opened?.toLine === line ? opened : undefined;
    return {
      id: `${submissionId} ${path} ${line}`,
      fromLine: Math.min(...[...cards, ...(written ? [written] : [])].map((one) => one.fromLine)),
      toLine: line,
      isWanted: written !== undefined,
      content: [...cards.map(card), ...(written ? [form(written)] : [])],
    };
  });
}
