import { Button, Group, Modal, Text } from '@mantine/core';
import type { Files } from '@assay/contracts/workspace';
import type { ZipResult } from './readZip.ts';

/** Says what a zip would do to the workspace, before it does; or why it cannot be taken. */
export function ReplaceDialog({
  choice,
  present,
  busy,
  onCancel,
  onReplace,
}: {
  choice: { name: string; result: ZipResult } | undefined;
  present: Files;
  busy: boolean;
  onCancel: () => void;
  onReplace: () => void;
}) {
  return (
    <Modal
      opened={choice !== undefined}
      onClose={onCancel}
      title="Replace the workspace"
      size={480}
    >
      {choice?.result.ok === true ? (
        <>
          <Text size="sm">
            All files of this challenge are replaced by those in {choice.name}:{' '}
            {describeChange(present, choice.result.files)}. You can get back to any state that you
            have run, with Compare.
          </Text>
          <Group justify="flex-end" mt={20}>
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button loading={busy} onClick={onReplace} data-autofocus>
              Replace
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Text size="sm">{choice?.result.message} Nothing was changed.</Text>
          <Group justify="flex-end" mt={20}>
            <Button variant="default" onClick={onCancel} data-autofocus>
              Close
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

function describeChange(before: Files, after: Files): string {
  const added = Object.keys(after).filter((path) => !Object.hasOwn(before, path)).length;
  const gone = Object.keys(before).filter((path) => !Object.hasOwn(after, path)).length;
  const changed = Object.keys(after).filter(
    (path) => Object.hasOwn(before, path) && before[path] !== after[path],
  ).length;
  return `${added} new, ${changed} changed, ${gone} removed`;
}
