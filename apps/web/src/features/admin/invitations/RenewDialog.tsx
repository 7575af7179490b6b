import type { InvitationRow } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { OnceShownLink } from '#features/admin/OnceShownLink.tsx';
import { DaysInput } from './DaysInput.tsx';
import { MailFields } from './MailFields.tsx';
import { useMailTerms } from './useMailTerms.ts';

/** Makes a new link for a candidate, and says what becomes of the one before. */
export function RenewDialog({
  invitation,
  onClose,
}: {
  invitation: InvitationRow | undefined;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={invitation !== undefined}
      onClose={onClose}
      title={`A new link for ${invitation?.candidateName ?? ''}`}
      size={480}
    >
      {invitation ? <RenewForm invitation={invitation} onClose={onClose} /> : null}
    </Modal>
  );
}

function RenewForm({ invitation, onClose }: { invitation: InvitationRow; onClose: () => void }) {
  const queries = useQueryClient();
  const [expiresInDays, setDays] = useState(14);
  const mail = useMailTerms();
  const renew = useMutation(
    api.admin.renewInvitation.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.admin.listInvitations.key() }),
    }),
  );
  if (renew.data) {
    return (
      <OnceShownLink
        link={renew.data.link}
        lead={
          renew.data.mailed
            ? `A mail with this link is on its way to ${invitation.candidateEmail}.`
            : `Send this link to ${invitation.candidateName}.`
        }
        onClose={onClose}
      />
    );
  }
  return (
    <Stack gap={16}>
      <Text>
        The link that {invitation.candidateName} has now will open nothing any more.
        {invitation.attemptState === 'running'
          ? ' Browsers that opened it stay signed in, and the clock goes on.'
          : ' Browsers that opened it are signed out. Nothing that was saved is lost.'}
      </Text>
      <DaysInput value={expiresInDays} onChange={setDays} />
      <MailFields terms={mail} days={expiresInDays} />
      {renew.isError ? <ProblemNotice order={3} error={renew.error} /> : null}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={renew.isPending}
          onClick={() =>
            renew.mutate({ invitationId: invitation.id, expiresInDays, ...mail.input })
          }
        >
          Make a new link
        </Button>
      </Group>
    </Stack>
  );
}
