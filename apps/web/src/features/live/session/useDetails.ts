import type { LiveSession } from '@assay/contracts/http';
import type { WorkspaceSocket } from '@assay/workspace/browser';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';

/** All that interviewers know of a session, kept fresh by the server's word; nothing without their `socket`. */
export function useDetails(
  sessionId: string,
  socket: WorkspaceSocket | undefined,
): LiveSession | undefined {
  const queries = useQueryClient();
  const details = useQuery(
    api.live.getSession.queryOptions({ input: { sessionId }, enabled: socket !== undefined }),
  );
  useEffect(() => {
    if (socket === undefined) return undefined;
    const refresh = () =>
      void queries.invalidateQueries({
        queryKey: api.live.getSession.queryKey({ input: { sessionId } }),
      });
    const events = ['live:changed', 'live:status', 'live:admitted', 'connect'] as const;
    for (const event of events) socket.on(event, refresh);
    return () => {
      for (const event of events) socket.off(event, refresh);
    };
  }, [socket, sessionId, queries]);
  return socket === undefined ? undefined : details.data;
}
