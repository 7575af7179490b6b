import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice.tsx';

/** Asks before something is done that cannot be taken back; `children` say what will be gone. */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  size = 440,
  keep,
  act,
  onAct,
  isActing = false,
  disabled = false,
  error,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** Its width, pixels. */
  size?: number;
  /** The answer that leaves all as it is, in words. */
  keep: string;
  /** The answer that does it. */
  act: string;
  onAct: () => void;
  isActing?: boolean;
  disabled?: boolean;
  error?: unknown;
  children: ReactNode;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size}>
      <Stack gap={16}>
        {children}
        {error ? <ProblemNotice order={3} error={error} /> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {keep}
          </Button>
          <Button color="red" loading={isActing} disabled={disabled} onClick={onAct}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
