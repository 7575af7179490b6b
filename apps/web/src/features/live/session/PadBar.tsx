import type { SaveState } from '@assay/workspace/browser';
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconKeyboard } from '@tabler/icons-react';
import { BrandMark } from '#app/BrandMark.tsx';
import { SchemeSwitch } from '#app/SchemeSwitch.tsx';
import { SaveIndicator } from '#features/attempt/workspace/SaveIndicator.tsx';
import { CallEntry } from '#features/live/call/CallEntry.tsx';
import { PeopleBar } from '#features/live/presence/PeopleBar.tsx';
import bar from '#features/attempt/workbench/TopBar.module.css';
import { FocusMenu } from './focus/FocusMenu.tsx';
import { useLiveSession } from './LiveSession.ts';
import classes from './Pad.module.css';
import { SessionClock } from './SessionClock.tsx';
import { StartAndEnd } from './StartAndEnd.tsx';
import type { PadCode, PadView } from './usePadCode.ts';

const views: { value: PadView; label: string }[] = [
  { value: 'code', label: 'Code' },
  { value: 'both', label: 'Both' },
  { value: 'board', label: 'Whiteboard' },
];

/** The session and its time, what can be done with it, and everybody who is in it. */
export function PadBar({
  view,
  onView,
  follow,
  saveState,
  onKeys,
  onSettings,
  run,
}: {
  view: PadView;
  onView: (view: PadView) => void;
  follow: PadCode['follow'];
  /** Absent where nothing can be written at the moment. */
  saveState: SaveState | undefined;
  onKeys: () => void;
  onSettings: () => void;
  /** What runs the code. */
  run: React.ReactNode;
}) {
  const { sessionId, status, self, roster, presence } = useLiveSession();
  const isInterviewer = self.role === 'interviewer';
  return (
    <>
      <header className={bar.bar} data-pane="bar" tabIndex={-1}>
        <div className={bar.left}>
          <div className={bar.brand}>
            {isInterviewer ? <BrandMark to={`/live/${sessionId}`} /> : <BrandMark />}
          </div>
          <h1 className={classes.title} title={status.title}>
            {status.title}
          </h1>
        </div>
        <SessionClock />
        <div className={bar.right}>
          {saveState ? <SaveIndicator state={saveState} /> : null}
          <FocusMenu />
          {run}
          {isInterviewer ? <StartAndEnd /> : null}
          <Tool label="Keys" onClick={onKeys}>
            <IconKeyboard size={18} stroke={1.7} />
          </Tool>
          <Tool label="Editor settings" onClick={onSettings}>
            <IconAdjustmentsHorizontal size={18} stroke={1.7} />
          </Tool>
          <SchemeSwitch />
        </div>
      </header>
      <div className={classes.people}>
        <PeopleBar
          roster={roster}
          presence={presence}
          self={self.participantId}
          following={follow.following}
          onFollow={follow.follow}
          onStop={follow.stop}
        />
        <div className={classes.front}>
          <CallEntry />
          <SegmentedControl
            size="xs"
            aria-label="What is in front"
            data={views}
            value={view}
            onChange={(next) => onView(next)}
          />
        </div>
      </div>
    </>
  );
}

function Tool({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
