import { countUntil } from '@assay/workspace/replay';
import { UnstyledButton } from '@mantine/core';
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { ChatWords } from '#features/live/chat/ChatEntry.tsx';
import { personStyle } from '#features/live/presence/personColour.ts';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import { markLooks } from './markLooks.ts';
import { type MarkKind, markKinds, type ReplayMark } from './replaySource.ts';
import classes from './ReplayList.module.css';

/** Everything that one can jump to, in its order; what has not happened yet is faint. It keeps the present in view. */
export function ReplayList({
  marks,
  atMs,
  describe,
  onSeek,
  empty,
}: {
  marks: readonly ReplayMark[];
  atMs: number;
  describe: (atMs: number) => string;
  onSeek: (atMs: number) => void;
  /** Said where there is nothing. */
  empty: ReactNode;
}) {
  const [hidden, setHidden] = useState<ReadonlySet<MarkKind>>(new Set());
  const kinds = markKinds.filter((kind) => marks.some((mark) => mark.kind === kind));
  const shown = useMemo(() => marks.filter(({ kind }) => !hidden.has(kind)), [marks, hidden]);
  const past = countUntil(shown, atMs);
  const toggle = (kind: MarkKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <section className={classes.panel} aria-label="What happened">
      {kinds.length > 1 ? (
        <div className={classes.filter} role="group" aria-label="Shown in the list">
          {kinds.map((kind) => (
            <UnstyledButton
              key={kind}
              aria-pressed={!hidden.has(kind)}
              onClick={() => toggle(kind)}
            >
              {markLooks[kind].many}
            </UnstyledButton>
          ))}
        </div>
      ) : null}
      {marks.length === 0 ? <div className={classes.empty}>{empty}</div> : null}
      <Rows marks={shown} past={past} describe={describe} onSeek={onSeek} />
    </section>
  );
}

const Rows = memo(function Rows({
  marks,
  past,
  describe,
  onSeek,
}: {
  marks: readonly ReplayMark[];
  /** How many have happened. */
  past: number;
  describe: (atMs: number) => string;
  onSeek: (atMs: number) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const region = list.current?.parentElement;
    const row = list.current?.children[Math.max(0, past - 1)];
    if (!(region instanceof HTMLElement) || !(row instanceof HTMLElement)) return;
    // Within the list alone: `scrollIntoView` would move whatever is around it, too.
    const top = row.offsetTop - region.clientHeight / 2 + row.offsetHeight / 2;
    region.scrollTo({ top });
  }, [past, marks]);
  return (
    <ScrollRegion label="What happened, in its order" className={classes.scroll}>
      <ol ref={list} className={classes.list}>
        {marks.map((mark, index) => (
          <Row
            key={mark.id}
            mark={mark}
            time={describe(mark.atMs)}
            state={index === past - 1 ? 'now' : index < past ? 'past' : 'later'}
            onSeek={onSeek}
          />
        ))}
      </ol>
    </ScrollRegion>
  );
});

const Row = memo(function Row({
  mark: { kind, atMs, title, person, tone, text },
  time,
  state,
  onSeek,
}: {
  mark: ReplayMark;
  time: string;
  state: 'past' | 'now' | 'later';
  onSeek: (atMs: number) => void;
}) {
  const { Icon } = markLooks[kind];
  return (
    <li data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <UnstyledButton className={classes.row} onClick={() => onSeek(atMs)}>
        <span className={`${classes.time} numbers`}>{time}</span>
        <Icon size={14} stroke={1.8} aria-hidden="true" data-tone={tone} />
        <span className={classes.title}>
          {person ? (
            <i className={classes.dot} style={personStyle(person.colour)} aria-hidden="true" />
          ) : null}
          {title}
        </span>
      </UnstyledButton>
      {text === undefined || text === '' ? null : (
        <div className={classes.text}>
          <ChatWords text={text} />
        </div>
      )}
    </li>
  );
});
