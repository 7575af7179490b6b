import { VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { announceRemaining } from './announceRemaining.ts';
import classes from './Clock.module.css';
import { countdownMs, formatRemaining } from './formatRemaining.ts';

/** The time that is left: minutes in a quiet voice, seconds from ten minutes on. */
export function Clock({ remainingMs }: { remainingMs: number }) {
  const before = useRef(remainingMs);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const said = announceRemaining(before.current, remainingMs);
    before.current = remainingMs;
    if (said !== undefined) setAnnouncement(said);
  }, [remainingMs]);
  const close = remainingMs <= countdownMs;
  return (
    <div className={classes.clock} data-close={close || undefined}>
      <IconClock size={15} stroke={1.7} aria-hidden="true" />
      <VisuallyHidden>Time left: </VisuallyHidden>
      <span className="numbers" role="timer">
        {formatRemaining(remainingMs)}
      </span>
      <span className={classes.word}>left</span>
      <VisuallyHidden aria-live="polite">{announcement}</VisuallyHidden>
    </div>
  );
}
