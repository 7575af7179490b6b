import { ActionIcon, Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowLeft, IconKeyboard } from '@tabler/icons-react';
import { Link } from 'react-router';
import { SchemeSwitch } from '#app/SchemeSwitch.tsx';
import { RunButton } from '#features/attempt/workbench/RunButton.tsx';
import { SubmitButton } from '#features/attempt/workbench/SubmitButton.tsx';
import type { Sending } from '#features/attempt/workbench/TopBar.tsx';
import bar from '#features/attempt/workbench/TopBar.module.css';
import classes from './PracticeBar.module.css';

/** The bar of the editor while nothing counts: the way back, in place of a clock that it has none, and Run and Submit. */
export function PracticeBar({
  attemptId,
  sending,
  confirming,
  onConfirming,
  onRun,
  onSubmit,
  onKeys,
  onSettings,
}: {
  attemptId: string;
  sending: Sending;
  confirming: boolean;
  onConfirming: (confirming: boolean) => void;
  onRun: () => void;
  onSubmit: () => void;
  onKeys: () => void;
  onSettings: () => void;
}) {
  return (
    <header className={bar.bar} data-pane="bar" tabIndex={-1}>
      <div className={bar.left}>
        <Button
          component={Link}
          to={`/attempts/${attemptId}`}
          size="xs"
          fz={13}
          variant="subtle"
          leftSection={<IconArrowLeft size={15} stroke={1.8} />}
        >
          Back to the lobby
        </Button>
      </div>
      <p className={classes.note}>
        <b>Practice.</b> No clock, and nothing is kept
      </p>
      <div className={bar.right}>
        <RunButton busy={sending === 'public'} disabled={sending === 'hidden'} onRun={onRun} />
        <SubmitButton
          opened={confirming}
          onChange={onConfirming}
          busy={sending === 'hidden'}
          disabled={sending === 'public'}
          onSubmit={onSubmit}
        />
        <ActionIcon variant="subtle" color="gray" size={30} aria-label="Keys" onClick={onKeys}>
          <IconKeyboard size={18} stroke={1.7} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label="Editor settings"
          onClick={onSettings}
        >
          <IconAdjustmentsHorizontal size={18} stroke={1.7} />
        </ActionIcon>
        <SchemeSwitch />
      </div>
    </header>
  );
}
