import { UnstyledButton } from '@mantine/core';
import classes from './MissingList.module.css';

/** What keeps a form from being submitted; each leads to its place. At most `most` are named. */
export function MissingList<Item extends { key: string }>({
  missing,
  most = missing.length,
  describe,
  onGo,
}: {
  missing: readonly Item[];
  most?: number;
  describe: (item: Item) => string;
  onGo: (item: Item) => void;
}) {
  if (missing.length === 0) return null;
  return (
    <div className={classes.missing} role="alert">
      <b>
        {missing.length === 1 ? 'One thing is missing:' : `${missing.length} things are missing:`}
      </b>
      <ul>
        {missing.slice(0, most).map((item) => (
          <li key={item.key}>
            <UnstyledButton onClick={() => onGo(item)}>{describe(item)}</UnstyledButton>
          </li>
        ))}
        {missing.length > most ? <li>and {missing.length - most} more</li> : null}
      </ul>
    </div>
  );
}
