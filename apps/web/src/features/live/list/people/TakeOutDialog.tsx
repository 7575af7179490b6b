import type { LiveParticipant } from '@assay/contracts/http';
import { Text } from '@mantine/core';
import { ConfirmDialog } from '#app/ConfirmDialog.tsx';

/** Says what becomes of somebody who is taken out of a session, and does it. */
export function TakeOutDialog({
  person,
  onClose,
  onTakeOut,
}: {
  person: LiveParticipant | undefined;
  onClose: () => void;
  onTakeOut: (participantId: string) => void;
}) {
  return (
    <ConfirmDialog
      opened={person !== undefined}
      onClose={onClose}
      title={`Take ${person?.name ?? 'somebody'} out`}
      keep="Keep"
      act="Take out"
      onAct={() => {
        if (person) onTakeOut(person.id);
        onClose();
      }}
    >
      <Text>
        {person?.memberId === undefined
          ? 'Their link opens nothing any more.'
          : 'The session is closed to them until somebody adds them again.'}{' '}
        If they are in it, their page ends at once. What they wrote stays.
      </Text>
    </ConfirmDialog>
  );
}
