import type { RosterEntry } from '@assay/contracts/live';
import { useSyncExternalStore } from 'react';
import classes from './People.module.css';
import { personStyle } from './personColour.ts';
import { personOf, type Presence } from './presence.ts';

/** A dot for each of the others who is in a file, for its tab and its row in the list. */
export function FilePeople({
  path,
  presence,
  roster,
}: {
  path: string;
  presence: Presence;
  roster: readonly RosterEntry[];
}) {
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  const here = new Set(
    [...others].flatMap(([connection, state]) => {
      const person = personOf(roster, connection);
      return state.view === 'code' && state.file === path && person ? [person] : [];
    }),
  );
  return [...here].map(({ participantId, name, colour }) => (
    <i
      key={participantId}
      className={classes.here}
      style={personStyle(colour)}
      role="img"
      aria-label={`${name} is here`}
      title={`${name} is here`}
    />
  ));
}
