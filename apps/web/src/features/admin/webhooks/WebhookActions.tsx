import type { Webhook } from '@assay/contracts/http';
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconDotsVertical,
  IconKey,
  IconPlayerPause,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { DeleteWebhookDialog } from './DeleteWebhookDialog.tsx';
import { RenewSecretDialog } from './RenewSecretDialog.tsx';
import { useChangeWebhook } from './useChangeWebhook.ts';

/** What can be done with a webhook; what cannot be undone asks first. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { id: webhookId, url, description, events } = webhook;
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'secret' | 'delete'>();
  const pause = useChangeWebhook();
  const test = useMutation(
    api.admin.testWebhook.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listDeliveries.key() }),
    }),
  );
  const close = () => setDialog(undefined);
  return (
    <Group gap={8}>
      <Button
        variant="default"
        leftSection={<IconSend size={16} stroke={1.6} />}
        disabled={webhook.paused !== undefined}
        loading={test.isPending}
        onClick={() => test.mutate({ webhookId })}
      >
        Send a test
      </Button>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More">
            <IconDotsVertical size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconKey size={16} stroke={1.6} />}
            onClick={() => setDialog('secret')}
          >
            Make a new secret
          </Menu.Item>
          {webhook.paused ? null : (
            <Menu.Item
              leftSection={<IconPlayerPause size={16} stroke={1.6} />}
              onClick={() => pause.mutate({ webhookId, url, description, events, paused: true })}
            >
              Pause
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => setDialog('delete')}
          >
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenewSecretDialog webhook={webhook} opened={dialog === 'secret'} onClose={close} />
      <DeleteWebhookDialog webhook={webhook} opened={dialog === 'delete'} onClose={close} />
    </Group>
  );
}
