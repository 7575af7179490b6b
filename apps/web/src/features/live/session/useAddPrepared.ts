import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';
import { useLiveSession } from './LiveSession.ts';
import { tellProblem } from './tellProblem.ts';

/** Adding an interviewer's prepared files to the workspace; while `enabled`, by Alt and their number, too. */
export function useAddPrepared(enabled: boolean) {
  const { sessionId, details } = useLiveSession();
  const { mutate, isPending } = useMutation(
    api.live.addPrepared.mutationOptions({
      onSuccess: (_status, { preparedId }) => {
        const set = details?.prepared.find(({ id }) => id === preparedId);
        notifications.show({
          title: `Added: ${set?.title ?? 'prepared files'}`,
          message: Object.keys(set?.files ?? {}).join(', '),
        });
      },
      onError: tellProblem,
    }),
  );
  const prepared = details?.prepared;
  useEffect(() => {
    if (!enabled || prepared === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, metaKey, shiftKey, code, repeat } = event;
      const number = /^Digit([1-9])$/.exec(code)?.[1];
      if (!altKey || ctrlKey || metaKey || shiftKey || repeat || number === undefined) return;
      const set = prepared[Number(number) - 1];
      if (set === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      mutate({ sessionId, preparedId: set.id });
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [enabled, prepared, sessionId, mutate]);
  return { add: (preparedId: string) => mutate({ sessionId, preparedId }), isPending };
}
