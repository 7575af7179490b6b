import { countdownMs } from '@assay/contracts/clock';
import type { GivenTime } from '@assay/contracts/http';
import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import classes from './Clock.module.css';
import { ClockDetails } from './ClockDetails.tsx';
import { formatRemaining } from './formatRemaining.ts';
import { useClockNews } from './useClockNews.ts';

/**
 * The time that is left: minutes in a quiet voice, seconds from ten minutes on. Marks that pass and time that is
 * given are said under it for a while, aloud too; a press shows how the deadline came about.
 */
export function Clock({
  remainingMs,
  deadline,
  startedAt,
  credits,
}: {
  remainingMs: number;
  deadline: string | undefined;
  startedAt: string | undefined;
  credits: GivenTime[];
}) {
  const news = useClockNews(remainingMs, credits);
  const close = remainingMs <= countdownMs;
  return (
    <div className={classes.place}>
      <Popover width={320} position="bottom" withArrow trapFocus>
        <Popover.Target>
          <UnstyledButton className={classes.clock} data-close={close || undefined}>
            <IconClock size={15} stroke={1.7} aria-hidden="true" />
            <VisuallyHidden>Time left: </VisuallyHidden>
            <span className="numbers" role="timer">
              {formatRemaining(remainingMs)}
            </span>
            <span className={classes.word}>left</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <ClockDetails startedAt={startedAt} deadline={deadline} credits={credits} />
        </Popover.Dropdown>
      </Popover>
      <p
        className={classes.news}
        aria-live="polite"
        data-news="clock"
        data-shown={news !== '' || undefined}
      >
        {news}
      </p>
    </div>
  );
}
