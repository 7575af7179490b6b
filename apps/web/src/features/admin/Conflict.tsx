import { Button, Group } from '@mantine/core';
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
      <p>
        {differing.length === 0
          ? 'What they saved is what you wrote.'
          : `What they saved and what you wrote differ in: ${differing.map((field) => names[field]).join(', ')}.`}
      </p>
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
