import type { InvitationRow } from '@assay/contracts/http';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';

/** Asks before a link stops working, and says for whom. */
export function RevokeDialog({
  invitation,
  onClose,
}: {
  invitation: InvitationRow | undefined;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const revoke = useMutation(
    api.admin.revokeInvitation.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queries.invalidateQueries({ queryKey: api.admin.listInvitations.key() });
      },
    }),
  );
  const close = () => {
    revoke.reset();
    onClose();
  };
  return (
    <Modal opened={invitation !== undefined} onClose={close} title="Revoke this link?" size={440}>
      <Text>
        {invitation?.candidateName} can then no longer open {invitation?.assessmentTitle} with it.
        What was saved of the attempt is kept. A revoked link cannot be made to work again; you can
        invite the candidate anew.
      </Text>
      {revoke.isError ? <ProblemNotice order={3} error={revoke.error} /> : null}
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={close} data-autofocus>
          Keep the link
        </Button>
        <Button
          color="red"
          loading={revoke.isPending}
          onClick={() => {
            if (invitation) revoke.mutate({ invitationId: invitation.id });
          }}
        >
          Revoke
        </Button>
      </Group>
    </Modal>
  );
}
