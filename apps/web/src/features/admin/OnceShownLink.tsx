import { Button, Group, Stack, Text } from '@mantine/core';
import { LinkField } from '#app/LinkField.tsx';

/** A link that is shown this once. */
export function OnceShownLink({
  link,
  lead,
  onClose,
}: {
  link: string;
  lead: string;
  onClose: () => void;
}) {
  return (
    <Stack gap={16}>
      <Text>{lead}</Text>
      <LinkField label="Link" link={link} />
      <Text size="sm" c="dimmed">
        It is shown only now. If it gets lost, make a new one.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
