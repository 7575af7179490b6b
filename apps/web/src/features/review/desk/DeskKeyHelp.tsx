import { Modal } from '@mantine/core';
import { modKey } from '#app/modKey.ts';
import { type KeyGroup, KeyGroups } from '#panes/KeyGroups.tsx';

const groups: KeyGroup[] = [
  {
    title: 'Tests and scores',
    keys: [
      { keys: ['j'], does: 'Next test' },
      { keys: ['k'], does: 'Previous test' },
      { keys: ['1', '…', '5'], does: 'Score the criterion at hand' },
      { keys: ['n'], does: 'Write its note' },
    ],
  },
  {
    title: 'Code',
    keys: [
      { keys: ['d'], does: 'Show what changed, and back' },
      { keys: ['.'], does: 'Next change, or next comment in the code' },
      { keys: [','], does: 'Previous change or comment' },
      { keys: ['c'], does: 'Comment the line or the selection' },
      { keys: [modKey, 'Enter'], does: 'Done, in a comment' },
    ],
  },
  {
    title: 'A copy',
    keys: [
      { keys: ['e'], does: 'Edit a copy' },
      { keys: [modKey, 'Enter'], does: 'Run the hidden tests on the copy' },
      { keys: ['Shift', 'Alt', 'F'], does: 'Format the file' },
    ],
  },
  {
    title: 'Anywhere',
    keys: [
      { keys: ['?'], does: 'This list' },
      { keys: ['F1'], does: 'All commands of the editor, in the code' },
      { keys: [modKey, 'M'], does: 'Let Tab leave the editor, and back' },
    ],
  },
];

/** The keys of the desk. */
export function DeskKeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size={760}>
      <KeyGroups groups={groups} />
    </Modal>
  );
}
