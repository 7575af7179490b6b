import type { CandidateAttempt, CandidateSubmission } from '@assay/contracts/http';
import type { SaveState } from '@assay/workspace/browser';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconDoorExit,
  IconDots,
  IconFlag,
  IconKeyboard,
  IconListDetails,
} from '@tabler/icons-react';
import { BrandMark } from '#app/BrandMark.tsx';
import { SchemeSwitch } from '#app/SchemeSwitch.tsx';
import { Clock } from '#features/attempt/clock/Clock.tsx';
import { QuestionsButton } from '#features/attempt/questions/QuestionsButton.tsx';
import { SaveIndicator } from '#features/attempt/workspace/SaveIndicator.tsx';
import { ChallengeSwitch } from './ChallengeSwitch.tsx';
import { RunButton } from './RunButton.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import classes from './TopBar.module.css';

export type Sending = 'public' | 'hidden' | undefined;

/** Challenges on the left, the clock in the middle, the state of the work and what to do with it on the right. */
export function TopBar({
  attempt,
  active,
  submissions,
  clock,
  saveState,
  sending,
  disabled,
  confirming,
  onConfirming,
  onRun,
  onSubmit,
  onHandIn,
  onKeys,
  onSettings,
  onWithdraw,
}: {
  attempt: CandidateAttempt;
  active: string;
  submissions: CandidateSubmission[];
  /** Of the challenge in view, or of all; absent where none runs. */
  clock:
    | { remainingMs: number; startedAt: string | undefined; deadline: string | undefined }
    | undefined;
  saveState: SaveState | undefined;
  sending: Sending;
  disabled: boolean;
  confirming: boolean;
  onConfirming: (confirming: boolean) => void;
  onRun: () => void;
  onSubmit: () => void;
  onHandIn: () => void;
  onKeys: () => void;
  onSettings: () => void;
  onWithdraw: () => void;
}) {
  return (
    <header className={classes.bar} data-pane="bar" tabIndex={-1}>
      <div className={classes.left}>
        <div className={classes.brand}>
          <BrandMark />
        </div>
        <ChallengeSwitch
          challenges={attempt.challenges}
          active={active}
          submissions={submissions}
        />
      </div>
      {clock === undefined ? (
        <span />
      ) : (
        <Clock
          remainingMs={clock.remainingMs}
          startedAt={clock.startedAt}
          deadline={clock.deadline}
          credits={attempt.credits}
        />
      )}
      <div className={classes.right}>
        {saveState ? <SaveIndicator state={saveState} /> : null}
        <RunButton
          busy={sending === 'public'}
          disabled={disabled || sending === 'hidden'}
          onRun={onRun}
        />
        <SubmitButton
          opened={confirming}
          onChange={onConfirming}
          busy={sending === 'hidden'}
          disabled={disabled || sending === 'public'}
          onSubmit={onSubmit}
        />
        <QuestionsButton attemptId={attempt.id} organisation={attempt.organisation} compact />
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label="More">
              <IconDots size={18} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconFlag size={16} stroke={1.6} />}
              disabled={disabled && sending === undefined}
              onClick={onHandIn}
            >
              {attempt.clockMode === 'separate' ? 'Hand in this challenge' : 'Hand in and finish'}
            </Menu.Item>
            <Menu.Item
              component="a"
              href={`/attempts/${attempt.id}/record`}
              target="_blank"
              leftSection={<IconListDetails size={16} stroke={1.6} />}
            >
              What we recorded
            </Menu.Item>
            <Menu.Item
              leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
              onClick={onSettings}
            >
              Editor settings
            </Menu.Item>
            <Menu.Item
              leftSection={<IconKeyboard size={16} stroke={1.6} />}
              rightSection="?"
              onClick={onKeys}
            >
              Keys
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconDoorExit size={16} stroke={1.6} />}
              onClick={onWithdraw}
            >
              Withdraw
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <SchemeSwitch />
      </div>
    </header>
  );
}
