import type { LiveParticipant } from '@assay/contracts/http';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';

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
    <Modal
      opened={person !== undefined}
      onClose={onClose}
      title={`Take ${person?.name ?? 'somebody'} out`}
      size={440}
    >
      <Stack gap={16}>
        <Text>
          {person?.memberId === undefined
            ? 'Their link opens nothing any more.'
            : 'The session is closed to them until somebody adds them again.'}{' '}
          If they are in it, their page ends at once. What they wrote stays.
        </Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep
          </Button>
          <Button
            color="red"
            onClick={() => {
              if (person) onTakeOut(person.id);
              onClose();
            }}
          >
            Take out
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
