import type { WorkspaceSocket } from '@assay/workspace/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#app/api.ts';
import { connectSocket } from '#features/attempt/connectSocket.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { openAttemptWorkspace } from '#features/attempt/workspace/openAttemptWorkspace.ts';

export type AttemptSession = {
  socket: WorkspaceSocket;
  workspaces: ReadonlyMap<string, AttemptWorkspace>;
};

/**
 * Opens the live connection and the workspace of every challenge whose clock has begun, for as long as the workbench is shown.
 * All of them, not only the one in view: what an earlier visit typed offline must reach the server too.
 */
export function useAttemptSession(
  attemptId: string,
  challenges: string[],
): AttemptSession | undefined {
  const [session, setSession] = useState<AttemptSession>();
  const queries = useQueryClient();
  const slugs = challenges.join(' ');

  useEffect(() => {
    const socket = connectSocket();
    const workspaces = new Map(
      slugs
        .split(' ')
        .filter((slug) => slug !== '')
        .map((slug) => [slug, openAttemptWorkspace(socket, attemptId, slug, queries)]),
    );
    const refreshAttempt = () => {
      void queries.invalidateQueries({
        queryKey: api.candidate.getAttempt.queryKey({ input: { attemptId } }),
      });
    };
    const flush = () => {
      for (const { provider } of workspaces.values()) provider.flush();
    };
    const warn = (event: BeforeUnloadEvent) => {
      flush();
      const isUnsent = ({ provider }: AttemptWorkspace) => provider.saveState.pending > 0;
      if ([...workspaces.values()].some(isUnsent)) event.preventDefault();
    };
    socket.on('attempt:changed', refreshAttempt);
    socket.on('connect', refreshAttempt);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('beforeunload', warn);
    setSession({ socket, workspaces });
    return () => {
      setSession(undefined);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('beforeunload', warn);
      for (const workspace of workspaces.values()) workspace.close();
      socket.disconnect();
    };
  }, [attemptId, slugs, queries]);

  return session;
}
