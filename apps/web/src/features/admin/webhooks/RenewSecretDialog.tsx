import type { Webhook } from '@assay/contracts/http';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { SecretOnce } from './SecretOnce.tsx';

/** Makes a new secret, and shows it this once. */
export function RenewSecretDialog({
  webhook,
  opened,
  onClose,
}: {
  webhook: Webhook;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const renew = useMutation(
    api.admin.rotateWebhookSecret.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listWebhooks.key() }),
    }),
  );
  const close = () => {
    renew.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Make a new secret" size={520}>
      {renew.data ? (
        <SecretOnce
          secret={renew.data.secret}
          lead="Give this secret to the program behind the address. For a day messages are signed with the one before as well."
          onClose={close}
        />
      ) : (
        <>
          <Text>
            The secret that is in use now ends in a day; until then messages are signed with both,
            so that none is refused while the new one is put in.
          </Text>
          {renew.isError ? <ProblemNotice order={3} error={renew.error} /> : null}
          <Group justify="flex-end" gap={8} mt={20}>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button
              loading={renew.isPending}
              onClick={() => renew.mutate({ webhookId: webhook.id })}
            >
              Make it
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
