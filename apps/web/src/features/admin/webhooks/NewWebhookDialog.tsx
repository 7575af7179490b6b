import type { WebhookEvent } from '@assay/contracts/http';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { fieldProblems } from '#features/admin/fieldProblems.ts';
import { AddressFields, OtherProblem } from './AddressFields.tsx';
import { EventChoice } from './EventChoice.tsx';
import { eventOrder } from './events.ts';
import { SecretOnce } from './SecretOnce.tsx';

/** Sets up an address to be told what happens, then shows its secret, this once. */
export function NewWebhookDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a webhook" size={560}>
      <NewWebhookForm onClose={onClose} />
    </Modal>
  );
}

function NewWebhookForm({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [address, setAddress] = useState({ url: '', description: '' });
  const [events, setEvents] = useState<WebhookEvent[]>([...eventOrder]);
  const create = useMutation(
    api.admin.createWebhook.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listWebhooks.key() }),
    }),
  );
  if (create.data)
    return (
      <SecretOnce
        secret={create.data.secret}
        lead="Give this secret to the program behind the address. By it, it tells our messages from anybody else's."
        onClose={onClose}
      />
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ ...address, events });
      }}
    >
      <Stack gap={16}>
        <AddressFields
          address={address}
          error={create.error}
          isFirst
          onChange={(change) => setAddress({ ...address, ...change })}
        />
        <EventChoice
          events={events}
          error={fieldProblems(create.error).get('events')}
          onChange={setEvents}
        />
        <OtherProblem error={create.error} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
