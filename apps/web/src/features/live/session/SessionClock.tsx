import { VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { describeElapsed } from './describeElapsed.ts';
import { useLiveSession } from './LiveSession.ts';
import classes from './Pad.module.css';

/** How long the session has gone on, of how long it was planned. */
export function SessionClock() {
  const { status, offsetMs } = useLiveSession();
  const { startedAt, endedAt, minutes } = status;
  const [, tick] = useState(0);
  useEffect(() => {
    if (startedAt === undefined || endedAt !== undefined) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [startedAt, endedAt]);
  const until = endedAt === undefined ? Date.now() + offsetMs : Date.parse(endedAt);
  const elapsed = startedAt === undefined ? undefined : until - Date.parse(startedAt);
  const { text, over } = describeElapsed(elapsed, minutes);
  return (
    <span className={classes.clock} data-over={over || undefined}>
      <IconClock size={15} stroke={1.7} aria-hidden="true" />
      <VisuallyHidden>Session: </VisuallyHidden>
      <span className="numbers" role="timer">
        {text}
      </span>
    </span>
  );
}
