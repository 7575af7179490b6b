import { IconHourglass } from '@tabler/icons-react';
import { useRemaining } from '#features/attempt/clock/useRemaining.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { describeFocus } from './describeFocus.ts';
import classes from './Focus.module.css';

/** In place of code and board for those who receive nothing of them. */
export function FocusCover() {
  const { status, roster, offsetMs } = useLiveSession();
  const left = useRemaining(status.focus?.endsAt, offsetMs);
  const name = roster.find(({ role }) => role === 'candidate')?.name ?? 'The candidate';
  return (
    <section className={classes.cover} aria-label="Focus time">
      <IconHourglass size={28} stroke={1.4} aria-hidden="true" />
      <h2>{name} has focus time</h2>
      <p className={`${classes.time} numbers`} role="timer">
        {describeFocus(left)}
      </p>
      <p>
        This page receives nothing of the code and the whiteboard until then. What was done comes
        all at once afterwards. Only {name} can end it early.
      </p>
    </section>
  );
}
