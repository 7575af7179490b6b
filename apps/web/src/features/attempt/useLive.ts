import type { WorkspaceSocket } from '@assay/workspace/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';

/**
 * Keeps an attempt and its messages fresh by the server's word, over `socket` or, where a page has none, over a
 * connection of its own for as long as it is shown.
 */
export function useLive(attemptId: string, socket?: WorkspaceSocket): void {
  const queries = useQueryClient();
  useEffect(() => {
    let ended = false;
    let stop = () => {};
    const refreshMessages = () =>
      void queries.invalidateQueries({
        queryKey: api.candidate.listMessages.queryKey({ input: { attemptId } }),
      });
    const refreshAttempt = () =>
      void queries.invalidateQueries({
        queryKey: api.candidate.getAttempt.queryKey({ input: { attemptId } }),
      });
    const follow = (live: WorkspaceSocket) => {
      const refresh = () => {
        refreshMessages();
        refreshAttempt();
      };
      live.on('message:written', refreshMessages);
      live.on('attempt:changed', refreshAttempt);
      live.on('connect', refresh);
      stop = () => {
        live.off('message:written', refreshMessages);
        live.off('attempt:changed', refreshAttempt);
        live.off('connect', refresh);
      };
    };
    if (socket !== undefined) follow(socket);
    else
      void import('./connectSocket.ts').then(({ connectSocket }) => {
        if (ended) return;
        const own = connectSocket();
        follow(own);
        stop = () => own.disconnect();
      });
    return () => {
      ended = true;
      stop();
    };
  }, [attemptId, socket, queries]);
}
