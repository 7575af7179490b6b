import { Button, Tooltip } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';

/** Runs the public tests. */
export function RunButton({
  busy,
  disabled,
  onRun,
}: {
  busy: boolean;
  disabled: boolean;
  onRun: () => void;
}) {
  return (
    <Tooltip label="Run the public tests">
      <Button
        size="xs"
        fz={13}
        variant="default"
        loading={busy}
        disabled={disabled}
        leftSection={<IconPlayerPlayFilled size={13} />}
        onClick={onRun}
      >
        Run
      </Button>
    </Tooltip>
  );
}
