import type { InvitationRow } from '@assay/contracts/http';
import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

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
    <ConfirmDialog
      opened={invitation !== undefined}
      onClose={close}
      title="Revoke this link?"
      keep="Keep the link"
      act="Revoke"
      onAct={() => {
        if (invitation) revoke.mutate({ invitationId: invitation.id });
      }}
      isActing={revoke.isPending}
      error={revoke.error}
    >
      <Text>
        {invitation?.candidateName} can then no longer open {invitation?.assessmentTitle} with it.
        What was saved of the attempt is kept. A revoked link cannot be made to work again; you can
        invite the candidate anew.
      </Text>
    </ConfirmDialog>
  );
}
