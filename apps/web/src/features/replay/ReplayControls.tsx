import { replaySpeeds } from '@assay/workspace/replay';
import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ReplayControls.module.css';
import type { ReplaySource } from './replaySource.ts';
import type { ReplayClock } from './useReplayClock.ts';
import { jump } from './useReplayKeys.ts';

/** Play, pause, speed, pauses, and when it is. */
export function ReplayControls({
  source,
  clock,
  children,
}: {
  source: ReplaySource;
  clock: ReplayClock;
  /** What else belongs to this row, at its end. */
  children?: ReactNode;
}) {
  const { marks, describe, span } = source;
  const { playing, speed, skipIdle } = clock;
  return (
    <div className={classes.controls}>
      <Tool label="Previous mark" keys="K" onClick={() => jump(clock, marks, -1)}>
        <IconPlayerSkipBackFilled size={15} />
      </Tool>
      <ActionIcon
        size={34}
        radius="50%"
        aria-label={playing ? 'Pause' : 'Play'}
        title={`${playing ? 'Pause' : 'Play'} (Space)`}
        aria-keyshortcuts="Space"
        onClick={() => clock.setPlaying(!playing)}
      >
        {playing ? <IconPlayerPauseFilled size={17} /> : <IconPlayerPlayFilled size={17} />}
      </ActionIcon>
      <Tool label="Next mark" keys="J" onClick={() => jump(clock, marks, 1)}>
        <IconPlayerSkipForwardFilled size={15} />
      </Tool>
      <span className={`${classes.time} numbers`}>
        <b>{describe(clock.atMs)}</b> of {describe(span.untilMs)}
      </span>
      <NativeSelect
        size="xs"
        w={72}
        aria-label="Speed"
        title="Speed (+ and -)"
        value={String(speed)}
        data={replaySpeeds.map((value) => ({ value: String(value), label: `${value}×` }))}
        onChange={({ currentTarget: { value } }) =>
          clock.setSpeed(replaySpeeds.find((known) => String(known) === value) ?? 1)
        }
      />
      <Checkbox
        size="xs"
        label="Skip pauses"
        checked={skipIdle}
        onChange={(event) => clock.setSkipIdle(event.currentTarget.checked)}
      />
      <div className={classes.end}>{children}</div>
    </div>
  );
}

function Tool({
  label,
  keys,
  onClick,
  children,
}: {
  label: string;
  keys: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <ActionIcon
      size={30}
      variant="subtle"
      color="gray"
      aria-label={label}
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
