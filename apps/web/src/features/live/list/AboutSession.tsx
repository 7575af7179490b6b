import type { LiveSession } from '@assay/contracts/http';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import cards from '#app/Cards.module.css';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import { useEditSession } from './useEditSession.ts';

/** What everybody in the session sees of it: its title and how long it is planned. */
export function AboutSession({ session }: { session: LiveSession }) {
  const [title, setTitle] = useState(session.title);
  const [minutes, setMinutes] = useState(session.minutes);
  const { save, isPending, error } = useEditSession(session);
  const isChanged = title.trim() !== session.title || minutes !== session.minutes;
  if (session.state === 'ended') return null;
  return (
    <section className={cards.card} aria-labelledby="about">
      <h2 id="about">Title and time</h2>
      <p className={cards.lead}>Everybody in the session sees both.</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save({ title: title.trim(), minutes });
        }}
      >
        <Group gap={8} align="flex-end">
          <TextInput
            flex={1}
            label="Title"
            autoComplete="off"
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <WholeNumberInput
            w={130}
            label="Planned"
            suffix=" min"
            min={5}
            max={480}
            value={minutes}
            fallback={60}
            onChange={setMinutes}
          />
          <Button
            type="submit"
            variant="default"
            loading={isPending}
            disabled={!isChanged || title.trim() === ''}
          >
            Save
          </Button>
        </Group>
      </form>
      {error ? <ProblemNotice order={3} error={error} /> : null}
    </section>
  );
}
