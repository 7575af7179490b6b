import { Kbd } from '@mantine/core';
import classes from './KeyGroups.module.css';

export type KeyGroup = { title: string; keys: { keys: string[]; does: string }[] };

/** What keys do, in two columns. */
export function KeyGroups({ groups }: { groups: KeyGroup[] }) {
  return (
    <div className={classes.groups}>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
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
        </section>
      ))}
    </div>
  );
}
