import type { LiveSession } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './SessionPage.module.css';

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
    <section className={classes.card} aria-labelledby="erase">
      <h2 id="erase">Erase</h2>
      <p className={classes.lead}>
        Sessions are erased by themselves 180 days after their end. You can do it earlier.
      </p>
      <Button variant="default" c="var(--bad)" onClick={() => setAsking(true)}>
        Erase this session
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Erase the session" size={480}>
        <Stack gap={16}>
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
          {erase.isError ? <ProblemNotice order={3} error={erase.error} /> : null}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={() => setAsking(false)}>
              Keep it
            </Button>
            <Button
              color="red"
              loading={erase.isPending}
              disabled={typed.trim() !== title}
              onClick={() => erase.mutate({ sessionId })}
            >
              Erase it
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
}
