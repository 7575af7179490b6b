import type { Awareness, RosterEntry } from '@assay/contracts/live';
import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import classes from './People.module.css';
import { personStyle } from './personColour.ts';
import type { Presence } from './presence.ts';
import { PersonDot } from './PersonDot.tsx';

const roles: Record<RosterEntry['role'], string> = {
  interviewer: 'interviewer',
  candidate: 'candidate',
  observer: 'observer',
};

/** Everybody who is here: colour, name, role, where they are, and following them. */
export function PeopleBar({
  roster,
  presence,
  self,
  following,
  onFollow,
  onStop,
}: {
  roster: readonly RosterEntry[];
  presence: Presence;
  /** The own participant id. */
  self: string;
  following: string | undefined;
  onFollow: (participantId: string) => void;
  onStop: () => void;
}) {
  const others = useSyncExternalStore(presence.subscribe, presence.others);
  return (
    <ul className={classes.bar} aria-label="People in this session">
      {roster
        .filter((person) => person.presence === 'present')
        .map((person) => {
          const { participantId, name, role, colour } = person;
          const isSelf = participantId === self;
          const place = isSelf ? undefined : placeOf(person, others);
          return (
            <li key={participantId} style={personStyle(colour)}>
              <PersonDot colour={colour} />
              <span className={classes.name}>{name}</span>
              <span className={classes.about}>
                {isSelf ? `you, ${roles[role]}` : roles[role]}
                {place === undefined ? '' : `, ${place}`}
              </span>
              {isSelf ? null : (
                <FollowButton
                  name={name}
                  active={participantId === following}
                  onClick={() => (participantId === following ? onStop() : onFollow(participantId))}
                />
              )}
            </li>
          );
        })}
    </ul>
  );
}

function FollowButton({
  name,
  active,
  onClick,
}: {
  name: string;
  active: boolean;
  onClick: () => void;
}) {
  const Icon = active ? IconEyeOff : IconEye;
  return (
    <Button
      size="compact-xs"
      variant={active ? 'light' : 'subtle'}
      color={active ? 'verdigris' : 'gray'}
      leftSection={<Icon size={14} stroke={1.7} />}
      aria-pressed={active}
      aria-label={`${active ? 'Following' : 'Follow'} ${name}`}
      onClick={onClick}
    >
      {active ? 'Following' : 'Follow'}
    </Button>
  );
}

function placeOf(
  { connections }: RosterEntry,
  others: ReadonlyMap<string, Awareness>,
): string | undefined {
  const state = connections.map((id) => others.get(id)).find((known) => known);
  if (state === undefined) return undefined;
  if (state.view === 'board') return 'at the board';
  return state.file === undefined ? undefined : `in ${state.file}`;
}
