import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';

/** Takes the place of what sends while something runs. */
export function StopButton({ onStop }: { onStop: () => void }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerStop size={14} stroke={1.8} />}
      onClick={onStop}
    >
      Stop
    </Button>
  );
}
