import { Kbd, Modal } from '@mantine/core';
import { modKey } from '#app/modKey.ts';
import classes from './KeyHelp.module.css';

const mod = modKey;

const keys: { keys: string[]; does: string }[] = [
  { keys: [mod, 'Enter'], does: 'Run the public tests' },
  { keys: [mod, 'Shift', 'Enter'], does: 'Submit against the hidden tests' },
  { keys: ['F6'], does: 'Go to the next pane' },
  { keys: ['Shift', 'F6'], does: 'Go to the previous pane' },
  { keys: [mod, 'F'], does: 'Find in the file' },
  { keys: [mod, 'Z'], does: 'Undo' },
  { keys: ['F1'], does: 'All commands of the editor' },
  { keys: [mod, 'M'], does: 'Let Tab leave the editor, and back' },
  { keys: ['F2'], does: 'Rename the file that is chosen in the list' },
  { keys: ['Delete'], does: 'Delete the file that is chosen in the list' },
  { keys: ['?'], does: 'This list, outside of the editor' },
];

/** The keys of the workbench. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size={440}>
      <dl className={classes.keys}>
        {keys.map(({ keys: names, does }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
