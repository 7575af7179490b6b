import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** A link to take away: pressing into it selects all of it, and a button copies it. */
export function LinkField({
  label,
  description,
  link,
  quiet = false,
}: {
  label: string;
  description?: string;
  link: string;
  /** Where something else is what one came for. */
  quiet?: boolean;
}) {
  return (
    <Group gap={8} align="flex-end">
      <TextInput
        label={label}
        description={description}
        readOnly
        flex="1 1 260px"
        classNames={{ input: 'code' }}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button
            data-autofocus={quiet ? undefined : true}
            variant={quiet ? 'default' : 'filled'}
            leftSection={
              copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />
            }
            onClick={copy}
            aria-live="polite"
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
