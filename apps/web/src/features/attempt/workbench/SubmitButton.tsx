import { Button, Popover, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';

/** Submits after one sentence about what counts. */
export function SubmitButton({
  opened,
  onChange,
  busy,
  disabled,
  onSubmit,
}: {
  opened: boolean;
  onChange: (opened: boolean) => void;
  busy: boolean;
  disabled: boolean;
  onSubmit: () => void;
}) {
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      width={316}
      position="bottom-end"
      trapFocus
      withArrow
    >
      <Popover.Target>
        <Button
          size="xs"
          fz={13}
          loading={busy}
          disabled={disabled}
          leftSection={<IconSend size={15} stroke={1.8} />}
          onClick={() => onChange(!opened)}
        >
          Submit
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600}>
          Submit this challenge as it is now?
        </Text>
        <Text size="sm" mt={4} c="dimmed">
          The hidden tests run, and you see how many hold. You can submit again until the time is
          over: your last submission counts, also when an earlier one was better.
        </Text>
        <Button
          mt={12}
          fullWidth
          data-autofocus
          onClick={() => {
            onChange(false);
            onSubmit();
          }}
        >
          Submit
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
