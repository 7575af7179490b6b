import { replaySpeeds } from '@assay/workspace/replay';
import { ActionIcon, NativeSelect, Slider } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import classes from './ReplayBar.module.css';
import type { Replay } from './useReplay.ts';

/** Play, pause, speed, and where one is: with the arrow keys a second further or back. */
export function ReplayBar({ replay }: { replay: Replay }) {
  const { timeline, atMs, playing, speed } = replay;
  const playedMs = timeline.playedAt(atMs);
  return (
    <div className={classes.bar}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={playing ? 'Pause' : 'Play'}
        onClick={() => replay.setPlaying(!playing)}
      >
        {playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </ActionIcon>
      <Slider
        className={classes.slider ?? ''}
        size="sm"
        min={0}
        max={Math.max(1, Math.ceil(timeline.lengthMs))}
        step={1}
        value={playedMs}
        label={null}
        thumbLabel="Moment of the recording"
        onChange={(value) => replay.seek(timeline.momentAt(value))}
      />
      <span className="numbers">
        {formatLength(playedMs)} of {formatLength(timeline.lengthMs)}
      </span>
      <NativeSelect
        size="xs"
        aria-label="Speed"
        value={String(speed)}
        data={replaySpeeds.map((value) => ({ value: String(value), label: `${value}×` }))}
        onChange={({ currentTarget: { value } }) =>
          replay.setSpeed(replaySpeeds.find((known) => String(known) === value) ?? 1)
        }
      />
    </div>
  );
}

/** Minutes and seconds, as a player shows them. */
function formatLength(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
