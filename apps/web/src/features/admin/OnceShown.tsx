import { Button, Group, Stack, Text } from '@mantine/core';
import { LinkField } from '#app/LinkField.tsx';

/** A link or a secret that is shown this once. */
export function OnceShown({
  label,
  text,
  lead,
  ifLost,
  onClose,
}: {
  /** What it is. */
  label: string;
  text: string;
  lead: string;
  /** What helps whoever loses it, as a sentence. */
  ifLost: string;
  onClose: () => void;
}) {
  return (
    <Stack gap={16}>
      <Text>{lead}</Text>
      <LinkField label={label} link={text} />
      <Text size="sm" c="dimmed">
        It is shown only now. {ifLost}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
