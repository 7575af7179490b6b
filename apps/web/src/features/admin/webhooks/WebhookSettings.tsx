import type { Webhook } from '@assay/contracts/http';
import { Button, Group, Stack } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { pauses } from './describeTry.ts';
import { AddressFields, OtherProblem } from './AddressFields.tsx';
import { EventChoice } from './EventChoice.tsx';
import { useChangeWebhook } from './useChangeWebhook.ts';
import classes from './WebhookSettings.module.css';

/** Where messages go and what they tell of; above them why none go now. */
export function WebhookSettings({ webhook }: { webhook: Webhook }) {
  const { id: webhookId, paused } = webhook;
  const [address, setAddress] = useState({
    url: webhook.url,
    description: webhook.description,
  });
  const [events, setEvents] = useState(webhook.events);
  const save = useChangeWebhook();
  const resume = useChangeWebhook();
  const isChanged =
    address.url !== webhook.url ||
    address.description !== webhook.description ||
    events.join() !== webhook.events.join();
  return (
    <>
      {paused ? (
        <div className={classes.paused} role="status">
          <IconPlayerPause size={18} stroke={1.7} aria-hidden="true" />
          <div>
            <b>Paused since {new Date(paused.at).toLocaleString()}</b>
            <p>{pauses[paused.because]}</p>
            {resume.isError ? <ProblemNotice order={3} error={resume.error} /> : null}
          </div>
          <Button
            size="xs"
            loading={resume.isPending}
            onClick={() => resume.mutate({ ...termsOf(webhook), webhookId, paused: false })}
          >
            Let it go on
          </Button>
        </div>
      ) : null}
      <form
        className={classes.settings}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ webhookId, ...address, events, paused: paused !== undefined });
        }}
      >
        <div className={classes.fields}>
          <Stack gap={16}>
            <AddressFields
              address={address}
              error={save.error}
              onChange={(change) => setAddress({ ...address, ...change })}
            />
          </Stack>
          <EventChoice
            events={events}
            error={fieldProblems(save.error).get('events')}
            onChange={setEvents}
          />
        </div>
        <OtherProblem error={save.error} />
        <Group justify="flex-end" mt={12}>
          <Button type="submit" variant="default" disabled={!isChanged} loading={save.isPending}>
            Save
          </Button>
        </Group>
      </form>
    </>
  );
}

const termsOf = ({ url, description, events }: Webhook) => ({ url, description, events });
