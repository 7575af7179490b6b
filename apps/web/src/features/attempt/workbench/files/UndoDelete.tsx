import { Button } from '@mantine/core';

/** Takes a deletion back. */
export function UndoDelete({ onUndo }: { onUndo: () => void }) {
  return (
    <Button size="compact-sm" variant="default" mt={4} onClick={onUndo}>
      Undo
    </Button>
  );
}
