import type { Webhook } from '@assay/contracts/http';
import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

/** Asks before a webhook and its log are removed. */
export function DeleteWebhookDialog({
  webhook,
  opened,
  onClose,
}: {
  webhook: Webhook;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation(
    api.admin.deleteWebhook.mutationOptions({
      onSuccess: async () => {
        await navigate('/admin/webhooks');
        await queries.invalidateQueries({ queryKey: api.admin.listWebhooks.key() });
      },
    }),
  );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Remove this webhook?"
      keep="Keep it"
      act="Remove"
      isActing={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate({ webhookId: webhook.id })}
    >
      <Text>
        Nothing more is sent to {new URL(webhook.url).host}, also none of the{' '}
        {webhook.deliveries.waiting} messages that wait. Its log is removed with it.
      </Text>
    </ConfirmDialog>
  );
}
