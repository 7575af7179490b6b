import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';
import { connectSocket } from '#features/attempt/connectSocket.ts';

/** Keeps what reviewers and those who invite see fresh while the page is shown: verdicts and changes of state arrive by themselves. */
export function useStaffEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const socket = connectSocket();
    const refresh = () => {
      void queries.invalidateQueries({ queryKey: api.review.key() });
      void queries.invalidateQueries({ queryKey: api.admin.listInvitations.key() });
    };
    socket.on('submission:judged', refresh);
    socket.on('attempt:changed', refresh);
    return () => {
      socket.disconnect();
    };
  }, [queries]);
}
