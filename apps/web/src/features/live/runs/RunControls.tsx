import { Button, Kbd, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconFlask, IconLock, IconPlayerPlayFilled } from '@tabler/icons-react';
import { modKey } from '#app/modKey.ts';
import classes from './Runs.module.css';
import type { PadRuns } from './usePadRuns.ts';

/** Runs the tests for all to see; behind it, what is done more rarely. */
export function RunControls({
  runs: {
    right,
    asking,
    goingOn,
    state: { offers },
  },
  mayWrite,
  onRun,
  onAddTest,
}: {
  runs: PadRuns;
  mayWrite: boolean;
  onRun: (suite: 'public' | 'hidden') => void;
  onAddTest: () => void;
}) {
  if (right.may !== 'run') return null;
  const isBusy = goingOn.some(({ audience }) => audience === 'everybody');
  return (
    <Button.Group>
      <Tooltip label={`Run the tests, for all to see (${modKey} Enter)`}>
        <Button
          size="xs"
          fz={13}
          variant="default"
          loading={asking}
          disabled={isBusy}
          leftSection={<IconPlayerPlayFilled size={13} />}
          onClick={() => onRun('public')}
        >
          Run
        </Button>
      </Tooltip>
      <Menu position="bottom-end" width={340}>
        <Menu.Target>
          <Button size="xs" px={6} variant="default" aria-label="More to run">
            <IconChevronDown size={14} stroke={1.8} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFlask size={16} stroke={1.7} />}
            rightSection={<Keys keys={['Alt', 'T']} />}
            disabled={!mayWrite}
            onClick={onAddTest}
          >
            <span className={classes.what}>
              Add a test <small>A file in tests/ that runs with the others</small>
            </span>
          </Menu.Item>
          {right.hidden && offers?.tests ? (
            <Menu.Item
              leftSection={<IconLock size={16} stroke={1.7} />}
              rightSection={<Keys keys={[modKey, 'Shift', 'Enter']} />}
              onClick={() => onRun('hidden')}
            >
              <span className={classes.what}>
                Run hidden tests
                <small>Only interviewers see that it runs, and what comes of it</small>
              </span>
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

function Keys({ keys }: { keys: string[] }) {
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
