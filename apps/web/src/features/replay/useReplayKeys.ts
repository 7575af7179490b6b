import { findNext, findPrevious, replaySpeeds } from '@assay/workspace/replay';
import { useEffect, useRef } from 'react';
import { markLooks } from './markLooks.ts';
import { type MarkKind, markKinds, type ReplayMark } from './replaySource.ts';
import type { ReplayClock } from './useReplayClock.ts';

/** How far an arrow goes, ms of what is played. */
const stepMs = 5_000;
/** While it plays, what was passed so shortly ago is passed over when one goes back, ms of what is played. */
const graceMs = 1_500;

/** Goes to the next mark of a kind, or of any, or back to the one before. */
export function jump(
  clock: ReplayClock,
  marks: readonly ReplayMark[],
  direction: 1 | -1,
  kind?: MarkKind,
): void {
  const chosen = marks.filter((mark) => kind === undefined || mark.kind === kind);
  const grace = clock.playing ? graceMs * clock.speed : 0;
  const goal =
    direction === 1 ? findNext(chosen, clock.atMs) : findPrevious(chosen, clock.atMs, grace);
  if (goal !== undefined) clock.seek(goal.atMs);
}

/** Plays, seeks and jumps by keys, wherever one is on the page but in what takes keys itself. */
export function useReplayKeys(clock: ReplayClock, marks: readonly ReplayMark[]): void {
  const current = useRef({ clock, marks });
  useEffect(() => {
    current.current = { clock, marks };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      const action = actionFor(event, current.current.clock, current.current.marks);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function actionFor(
  { key, shiftKey, target }: KeyboardEvent,
  clock: ReplayClock,
  marks: readonly ReplayMark[],
): (() => void) | undefined {
  const { timeline, atMs, seek } = clock;
  const isOnButton = target instanceof HTMLElement && target.closest('button, a, label') !== null;
  const direction = shiftKey ? -1 : 1;
  switch (key) {
    case ' ':
      return isOnButton ? undefined : () => clock.setPlaying(!clock.playing);
    case 'ArrowLeft':
      return () => seek(timeline.momentAt(timeline.playedAt(atMs) - stepMs));
    case 'ArrowRight':
      return () => seek(timeline.momentAt(timeline.playedAt(atMs) + stepMs));
    case 'Home':
      return () => seek(timeline.startMs);
    case 'End':
      return () => seek(timeline.endMs);
    case 'j':
      return () => jump(clock, marks, 1);
    case 'k':
      return () => jump(clock, marks, -1);
    case '+':
    case '-':
      return () => {
        const place = replaySpeeds.indexOf(clock.speed) + (key === '+' ? 1 : -1);
        clock.setSpeed(replaySpeeds[Math.max(0, place)] ?? clock.speed);
      };
    default: {
      const kind = markKinds.find((known) => markLooks[known].key === key.toLowerCase());
      return kind && (() => jump(clock, marks, direction, kind));
    }
  }
}

function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable], .monaco-editor, .excalidraw, [role=radiogroup], [role=dialog] [role=menu]',
    ) !== null
  );
}
