import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { PersonDot } from '#features/live/presence/PersonDot.tsx';
import classes from './Runs.module.css';

/** Who typed something, with their colour. */
export function SentBy({ by, name }: { by: string; name: string }) {
  const { roster } = useLiveSession();
  const person = roster.find(({ participantId }) => participantId === by);
  return (
    <small className={classes.by}>
      <PersonDot colour={person?.colour ?? ''} />
      {name}
    </small>
  );
}
