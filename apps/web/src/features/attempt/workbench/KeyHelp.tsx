import { Modal } from '@mantine/core';
import { modKey } from '#app/modKey.ts';
import { type KeyGroup, KeyGroups } from '#panes/KeyGroups.tsx';
import classes from './KeyHelp.module.css';

const mod = modKey;

const running: KeyGroup = {
  title: 'Run',
  keys: [
    { keys: [mod, 'Enter'], does: 'Run the public tests' },
    { keys: [mod, 'Shift', 'Enter'], does: 'Submit against the hidden tests' },
  ],
};

const groups: KeyGroup[] = [
  {
    title: 'Get around',
    keys: [
      { keys: [mod, 'P'], does: 'Go to a file' },
      { keys: [mod, 'Shift', 'F'], does: 'Search in all files' },
      { keys: ['F6'], does: 'Go to the next pane' },
      { keys: ['Shift', 'F6'], does: 'Go to the previous pane' },
      { keys: ['F8'], does: 'Go to the next problem in the file' },
      { keys: ['?'], does: 'This list, outside of the editor' },
    ],
  },
  {
    title: 'In the editor',
    keys: [
      { keys: ['F12'], does: 'Go to the definition' },
      { keys: ['Shift', 'F12'], does: 'Show the references' },
      { keys: ['F2'], does: 'Rename a symbol everywhere' },
      { keys: ['Shift', 'Alt', 'F'], does: 'Format the file' },
      { keys: [mod, '.'], does: 'Show fixes' },
      { keys: [mod, 'F'], does: 'Find in the file' },
      { keys: [mod, 'Z'], does: 'Undo, also what was done before a reload' },
      { keys: ['F1'], does: 'All commands of the editor' },
      { keys: [mod, 'M'], does: 'Let Tab leave the editor, and back' },
    ],
  },
  {
    title: 'In the list of files',
    keys: [
      { keys: ['F2'], does: 'Rename or move' },
      { keys: ['Delete'], does: 'Delete' },
    ],
  },
];

/** The keys of the workbench. */
export function KeyHelp({
  opened,
  onClose,
  first = running,
}: {
  opened: boolean;
  onClose: () => void;
  /** What this page's own keys do. */
  first?: KeyGroup;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size={760}>
      <KeyGroups groups={[first, ...groups]} />
      <p className={classes.note}>
        With the keys of Vim or Emacs (in the settings), keys inside the editor are theirs, except
        for running and submitting.
      </p>
    </Modal>
  );
}
