import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './Conflict.module.css';

/** Somebody else saved first: where both differ, and whose words are to stand. */
export function Conflict<Draft extends object>({
  names,
  mine,
  theirs,
  onKeepMine,
  onTakeTheirs,
}: {
  /** Of the parts, in words. */
  names: Record<keyof Draft, string>;
  mine: Draft;
  theirs: Draft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const fields = Object.keys(names) as (keyof Draft)[];
  const differing = fields.filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  );
  return (
    <section className={classes.conflict} aria-label="Changed meanwhile">
      <div className={classes.words}>
        <h3>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          Somebody saved this before you
        </h3>
        <p>
          What you wrote is kept on this page, and nothing is overwritten.{' '}
          {differing.length === 0
            ? 'What they saved is what you wrote.'
            : `What they saved and what you wrote differ in: ${differing.map((field) => names[field]).join(', ')}.`}
        </p>
      </div>
      <Group gap={8}>
        <Button variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
        <Button variant="default" onClick={onKeepMine}>
          Keep mine
        </Button>
      </Group>
    </section>
  );
}
