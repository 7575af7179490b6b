import type { LiveSession } from '@assay/contracts/http';
import { Button, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

/** Erases a session that is not open, with all that was written in it. */
export function EraseSession({ session }: { session: LiveSession }) {
  const { id: sessionId, title, state } = session;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const erase = useMutation(
    api.live.eraseSession.mutationOptions({
      onSuccess: async () => {
        await navigate('/live', { replace: true });
        queries.removeQueries({ queryKey: api.live.getSession.key() });
        await queries.invalidateQueries({ queryKey: api.live.listSessions.key() });
      },
    }),
  );
  if (state === 'open') return null;
  return (
    <section className={cards.card} aria-labelledby="erase">
      <h2 id="erase">Erase</h2>
      <p className={cards.lead}>
        Sessions are erased by themselves 180 days after their end. You can do it earlier.
      </p>
      <Button variant="default" c="var(--bad)" onClick={() => setAsking(true)}>
        Erase this session
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Erase the session"
        size={480}
        keep="Keep it"
        act="Erase it"
        onAct={() => erase.mutate({ sessionId })}
        isActing={erase.isPending}
        disabled={typed.trim() !== title}
        error={erase.error}
      >
        <Text>
          Code, whiteboard, notes, plan and links of “{title}” will be gone, for everybody and for
          good.
        </Text>
        <TextInput
          label="Type the title to erase it"
          data-autofocus
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </section>
  );
}
