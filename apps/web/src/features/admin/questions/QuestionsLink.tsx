import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { NavLink } from 'react-router';
import { api } from '#app/api.ts';
import { connectSocket } from '#features/attempt/connectSocket.ts';
import classes from './QuestionsLink.module.css';

/** The way to the questions, with how many candidates wait; it hears of new ones wherever an organiser is. */
export function QuestionsLink() {
  const queries = useQueryClient();
  const { data } = useQuery(api.admin.listConversations.queryOptions({ input: { page: 1 } }));
  useEffect(() => {
    const socket = connectSocket();
    const refresh = () =>
      void queries.invalidateQueries({ queryKey: api.admin.listConversations.key() });
    socket.on('message:written', refresh);
    socket.on('attempt:changed', refresh);
    socket.on('connect', refresh);
    return () => {
      socket.disconnect();
    };
  }, [queries]);
  const waiting = data?.waiting ?? 0;
  return (
    <NavLink to="/admin/questions">
      Questions
      {waiting > 0 ? (
        <span className={`${classes.count} numbers`} title={`${waiting} wait for an answer`}>
          {waiting}
        </span>
      ) : null}
    </NavLink>
  );
}
