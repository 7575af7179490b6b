import type { LiveSession } from '@assay/contracts/http';
import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './SessionPage.module.css';
import { useEditSession } from './useEditSession.ts';

/** What everybody in the session sees of it: its title and how long it is planned. */
export function AboutSession({ session }: { session: LiveSession }) {
  const [title, setTitle] = useState(session.title);
  const [minutes, setMinutes] = useState(session.minutes);
  const { save, isPending, error } = useEditSession(session);
  const isChanged = title.trim() !== session.title || minutes !== session.minutes;
  if (session.state === 'ended') return null;
  return (
    <section className={classes.card} aria-labelledby="about">
      <h2 id="about">Title and time</h2>
      <p className={classes.lead}>Everybody in the session sees both.</p>
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
          <NumberInput
            w={130}
            label="Planned"
            suffix=" min"
            min={5}
            max={480}
            clampBehavior="strict"
            allowDecimal={false}
            value={minutes}
            onChange={(value) => setMinutes(typeof value === 'number' ? value : 60)}
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
