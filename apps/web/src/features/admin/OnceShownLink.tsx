import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

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
      <Group gap={8} align="flex-end" wrap="nowrap">
        <TextInput
          label="Link"
          readOnly
          flex={1}
          classNames={{ input: 'code' }}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              aria-live="polite"
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
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
