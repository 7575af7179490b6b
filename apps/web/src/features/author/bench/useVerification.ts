import type { VerifyProgress } from '@assay/contracts/challenge';
import type { AuthoredChallenge } from '@assay/contracts/http';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '#app/api.ts';
import { connectSocket } from '#features/attempt/connectSocket.ts';
import type { Draft } from './Draft.ts';

/** How often one asks after a verification whose end was not heard of, ms. */
const pollMs = 4_000;

/** Sends a draft through the publishing gate and follows it: by the socket row by row, and by asking now and then. */
export function useVerification(challenge: AuthoredChallenge, draft: Draft) {
  const { slug } = challenge;
  const queries = useQueryClient();
  const [progress, setProgress] = useState<VerifyProgress>();
  /** What is shown, and which state of the draft it is about; unknown after a reload. */
  const [shown, setShown] = useState<{ id: string; revision?: number } | undefined>(
    challenge.verification && { id: challenge.verification.id },
  );

  const ask = useMutation(
    api.author.verify.mutationOptions({
      onSuccess: (asked) => {
        queries.setQueryData(
          api.author.getVerification.queryKey({ input: { verificationId: asked.id } }),
          asked,
        );
      },
    }),
  );
  const cancel = useMutation(
    api.author.cancelVerification.mutationOptions({
      onSuccess: (ended) => {
        queries.setQueryData(
          api.author.getVerification.queryKey({ input: { verificationId: ended.id } }),
          ended,
        );
      },
    }),
  );
  const verification = useQuery(
    api.author.getVerification.queryOptions({
      input: { verificationId: shown?.id ?? '' },
      enabled: shown !== undefined,
      refetchInterval: ({ state }) => (state.data?.state === 'queued' ? pollMs : false),
    }),
  );

  useEffect(() => {
    const socket = connectSocket();
    socket.on('verification:progress', setProgress);
    socket.on('verification:finished', () => {
      void queries.invalidateQueries({ queryKey: api.author.key() });
    });
    return () => {
      socket.disconnect();
    };
  }, [queries]);

  const { data } = verification;
  /** Whether files have been changed since. */
  const isStale = useSyncExternalStore(draft.subscribe, () =>
    shown?.revision === undefined
      ? draft.changed.size > 0 || data?.hash !== challenge.head
      : shown.revision !== draft.revision,
  );
  const isRunning = ask.isPending || data?.state === 'queued';
  const isOwnProgress = progress !== undefined && progress.verificationId === shown?.id;
  return {
    isRunning,
    isCancelled: !isRunning && data?.state === 'cancelled',
    rows: data?.report?.rows ?? (isOwnProgress ? progress.rows : []),
    step: isRunning && isOwnProgress ? progress.step : undefined,
    report: isRunning ? undefined : data?.report,
    isStale,
    problem: ask.error ?? cancel.error,
    start: () => {
      const { revision } = draft;
      setShown(undefined);
      ask.mutate(
        { slug, files: draft.readFiles() },
        { onSuccess: ({ id }) => setShown({ id, revision }) },
      );
    },
    cancel: () => {
      if (shown !== undefined) cancel.mutate({ verificationId: shown.id });
    },
  };
}

export type VerificationView = ReturnType<typeof useVerification>;
