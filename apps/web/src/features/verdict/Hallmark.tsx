import { CopyButton, Popover, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Hallmark.module.css';

/** The stamp of all that determines a verdict. Same hallmark, same result; `children` is the way to try that. */
export function Hallmark({ value, children }: { value: string; children?: ReactNode }) {
  // Erasing a person takes the stamp too, and leaves noughts.
  if (/^0+$/.test(value)) return null;
  return (
    <Popover width={320} position="top" withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.stamp} aria-label={`Hallmark ${value}. What is this?`}>
          <svg viewBox="0 0 24 24" width="12" height="12" aria-hidden="true">
            <path d="M7.5 2.5h9l5 5v9l-5 5h-9l-5-5v-9z" />
          </svg>
          <span>
            {value.slice(0, 4)}
            <i />
            {value.slice(4, 8)}
            <i />
            {value.slice(8)}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600}>
          Hallmark
        </Text>
        <Text size="sm" mt={4}>
          A stamp of everything that determines this result: challenge, code, seed, runtime and
          limits. Whoever runs the same again gets the same hallmark and the same result, so nobody
          has to take our word for it.
        </Text>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <UnstyledButton className={classes.copy} onClick={copy}>
              {copied ? 'Copied' : 'Copy hallmark'}
            </UnstyledButton>
          )}
        </CopyButton>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
