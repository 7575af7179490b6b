import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { Timeline } from '@assay/workspace/replay';
import { personStyle } from '#features/live/presence/personColour.ts';
import { ActivityBars } from './ActivityBars.tsx';
import { markLooks } from './markLooks.ts';
import { type MarkKind, markKinds, type ReplayMark, type ReplaySource } from './replaySource.ts';
import classes from './ReplayTimeline.module.css';
import { placeOf } from './placeOf.ts';
import { ProgressLine } from './ProgressLine.tsx';
import { Scrubber } from './Scrubber.tsx';
import type { ReplayClock } from './useReplayClock.ts';
import { jump } from './useReplayKeys.ts';

/** The whole recording at a glance: who changed how much when, a lane for each kind of mark, and where one is. */
export function ReplayTimeline({ source, clock }: { source: ReplaySource; clock: ReplayClock }) {
  const { marks } = source;
  const kinds = useMemo(
    () => markKinds.filter((kind) => marks.some((mark) => mark.kind === kind)),
    [marks],
  );
  return (
    <div className={classes.timeline}>
      <div className={classes.labels}>
        <span className={classes.changes}>Changes</span>
        {kinds.map((kind) => (
          <LaneLabel key={kind} kind={kind} marks={marks} clock={clock} />
        ))}
        {source.visits.length > 0 ? <span className={classes.people}>People</span> : null}
      </div>
      <Scrubber clock={clock} describe={source.describe}>
        <Lanes source={source} timeline={clock.timeline} kinds={kinds} />
      </Scrubber>
    </div>
  );
}

function LaneLabel({
  kind,
  marks,
  clock,
}: {
  kind: MarkKind;
  marks: readonly ReplayMark[];
  clock: ReplayClock;
}) {
  const { one, many, key } = markLooks[kind];
  const count = marks.filter((mark) => mark.kind === kind).length;
  return (
    <div className={classes.label}>
      <span>
        {many} <b className="numbers">{count}</b>
      </span>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={`Previous ${one}`}
        title={`Previous ${one} (Shift ${key.toUpperCase()})`}
        onClick={() => jump(clock, marks, -1, kind)}
      >
        <IconChevronLeft size={14} stroke={1.8} />
      </ActionIcon>
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={`Next ${one}`}
        title={`Next ${one} (${key.toUpperCase()})`}
        onClick={() => jump(clock, marks, 1, kind)}
      >
        <IconChevronRight size={14} stroke={1.8} />
      </ActionIcon>
    </div>
  );
}

/** What does not change while it plays. */
const Lanes = memo(function Lanes({
  source,
  timeline,
  kinds,
}: {
  source: ReplaySource;
  timeline: Timeline;
  kinds: readonly MarkKind[];
}) {
  const { marks, bands, visits, people } = source;
  return (
    <>
      {bands.map(({ id, title, fromMs, untilMs }) => {
        const left = placeOf(timeline, fromMs);
        const width = placeOf(timeline, untilMs) - left;
        return (
          <div
            key={id}
            className={classes.band}
            style={{ left: `${left}%`, width: `${width}%` }}
            title={title}
          >
            <span>{title}</span>
          </div>
        );
      })}
      <ActivityBars source={source} timeline={timeline} />
      {kinds.map((kind) => (
        <div key={kind} className={classes.lane}>
          {kind === 'run' ? <ProgressLine marks={marks} timeline={timeline} /> : null}
          {marks
            .filter((mark) => mark.kind === kind)
            .map(({ id, atMs, title, tone, person }) => (
              <i
                key={id}
                data-at={atMs}
                data-tone={tone}
                data-person={person ? true : undefined}
                style={{
                  left: `${placeOf(timeline, atMs)}%`,
                  ...(person && personStyle(person.colour)),
                }}
                title={title}
              />
            ))}
        </div>
      ))}
      {visits.length > 0 ? (
        <div className={classes.visits}>
          {people
            .filter(({ id }) => visits.some(({ person }) => person?.id === id))
            .map(({ id, colour }) => (
              <div key={id}>
                {visits
                  .filter(({ person }) => person?.id === id)
                  .map((visit) => {
                    const left = placeOf(timeline, visit.fromMs);
                    return (
                      <i
                        key={visit.id}
                        title={visit.title}
                        style={{
                          left: `${left}%`,
                          width: `${placeOf(timeline, visit.untilMs) - left}%`,
                          ...personStyle(colour),
                        }}
                      />
                    );
                  })}
              </div>
            ))}
        </div>
      ) : null}
    </>
  );
});
