import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from '#app/api.ts';
import { personStyle } from '#features/live/presence/personColour.ts';
import { PersonDot } from '#features/live/presence/PersonDot.tsx';
import { Admission } from './Admission.tsx';
import { useLiveSession } from './LiveSession.ts';
import classes from './Pad.module.css';
import { tellProblem } from './tellProblem.ts';

const presences = { away: 'away', waiting: 'waits to be let in', present: 'here' } as const;

/** Everybody of the session, and what interviewers decide about them and about files. */
export function PeoplePanel() {
  const { sessionId, self, roster, status, documents, details } = useLiveSession();
  const isLeading = self.role === 'interviewer' && status.state !== 'ended';
  const refused = new Set(
    details?.participants.flatMap(({ id, refusedAt }) => (refusedAt === undefined ? [] : id)),
  );
  const freeze = useMutation(api.live.setEditing.mutationOptions({ onError: tellProblem }));
  return (
    <div className={classes.panel}>
      <h2>In this session</h2>
      <ul className={classes.list}>
        {roster.map((person) => (
          <li key={person.participantId} style={personStyle(person.colour)}>
            <PersonDot colour={person.colour} />
            <div>
              <b>{person.name}</b>
              <span>
                {person.role}
                {person.participantId === self.participantId ? ', you' : ''},{' '}
                {refused.has(person.participantId) ? 'turned away' : presences[person.presence]}
              </span>
            </div>
            {isLeading && (person.presence === 'waiting' || refused.has(person.participantId)) ? (
              <div className={classes.under}>
                <Admission person={person} quiet />
              </div>
            ) : null}
            {isLeading &&
            person.role === 'candidate' &&
            person.presence !== 'waiting' &&
            !refused.has(person.participantId) ? (
              <Switch
                size="xs"
                label="May edit"
                aria-label={`May edit: ${person.name}`}
                checked={!person.frozen}
                disabled={freeze.isPending}
                onChange={(event) =>
                  freeze.mutate({
                    sessionId,
                    participantId: person.participantId,
                    frozen: !event.currentTarget.checked,
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isLeading && status.focus === undefined && documents.has('code') ? <Locks /> : null}
    </div>
  );
}

/** Files that the candidate cannot change. */
function Locks() {
  const { sessionId, status, documents } = useLiveSession();
  const files = documents.get('code')?.doc.getMap('files');
  const paths = useSyncExternalStore(
    (listener) => {
      files?.observe(listener);
      return () => files?.unobserve(listener);
    },
    () => [...(files?.keys() ?? [])].toSorted((a, b) => a.localeCompare(b, 'en')).join('\n'),
  );
  const lock = useMutation(api.live.setLock.mutationOptions({ onError: tellProblem }));
  return (
    <>
      <h2>Locked files</h2>
      <p className={classes.faint}>The candidate can read a locked file, not change it.</p>
      <ul className={classes.list}>
        {paths.split('\n').map((path) => {
          const isLocked = status.locked.includes(path);
          return path === '' ? null : (
            <li key={path}>
              <span className={`${classes.path} code`} title={path}>
                {path}
              </span>
              <Button
                size="compact-xs"
                variant={isLocked ? 'light' : 'subtle'}
                color={isLocked ? 'verdigris' : 'gray'}
                aria-pressed={isLocked}
                aria-label={`Lock ${path}`}
                onClick={() => lock.mutate({ sessionId, path, locked: !isLocked })}
              >
                {isLocked ? 'Locked' : 'Lock'}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
