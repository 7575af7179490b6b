import type { CopyRun, ReviewSubmission } from '@assay/contracts/http';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '#app/api.ts';
import { Draft } from '#features/author/bench/Draft.ts';
import { copyMemory } from './copyMemory.ts';

export type Copy = ReturnType<typeof useCopy>;

/** A copy of a submission to edit and to run. The submission knows nothing of it, nor does the server keep it. */
export function useCopy(submission: ReviewSubmission | undefined) {
  const { id, files } = submission ?? {};
  /** The submission whose copy is edited: after a reload the one that was. */
  const [openOf, setOpenOf] = useState(() =>
    id !== undefined && copyMemory(id).read() !== undefined ? id : undefined,
  );
  const isOpen = id !== undefined && openOf === id;
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    if (!isOpen || id === undefined || files === undefined) return undefined;
    const memory = copyMemory(id);
    const created = new Draft({ hash: id, files }, memory, memory.read()?.changes);
    setDraft(created);
    return () => {
      setDraft(undefined);
      created.close();
    };
    // Its files never change.
    // oxlint-disable-next-line react/exhaustive-deps -- each answer of the server has them as a new object
  }, [isOpen, id]);

  const waiting = useRef<AbortController>(undefined);
  const run = useMutation({
    mutationFn: async (edited: Draft): Promise<{ run: CopyRun; revision: number }> => {
      waiting.current = new AbortController();
      const { revision } = edited;
      const sent = { submissionId: edited.basedOn, files: edited.readFiles() };
      const { signal } = waiting.current;
      return { run: await client.review.runCopy(sent, { signal }), revision };
    },
  });
  const { reset } = run;
  useEffect(
    () => () => {
      waiting.current?.abort();
      reset();
    },
    [id, reset],
  );

  return {
    isOpen,
    draft,
    isRunning: run.isPending,
    error: run.error,
    /** What the last run said, and the revision of the copy that it was of. */
    last: run.data,
    open: () => setOpenOf(id),
    run: () => {
      if (draft !== undefined && !run.isPending) run.mutate(draft);
    },
    /** Gives a run up. */
    stop: () => {
      waiting.current?.abort();
      reset();
    },
    /** Throws the edits away, and with them what they came to. */
    discard: () => {
      waiting.current?.abort();
      reset();
      if (id !== undefined && files !== undefined) draft?.moveTo({ hash: id, files }, 'discard');
      setOpenOf(undefined);
    },
  };
}
