import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './SaveBar.module.css';

/** What can be done with what was typed. It stays in sight, below a long form. */
export function SaveBar({
  label,
  missing,
  isChanged,
  isPending,
  error,
  conflict,
  children,
  onSave,
  onDiscard,
}: {
  label: string;
  /** What is still needed, in words. */
  missing: string | undefined;
  isChanged: boolean;
  isPending: boolean;
  error: unknown;
  /** What somebody else saved first. It has to be settled before anything is saved. */
  conflict?: ReactNode;
  children?: ReactNode;
  onSave: () => void;
  onDiscard: () => void;
}) {
  return (
    <div className={classes.bar}>
      {conflict ?? (error ? <ProblemNotice order={3} error={error} /> : null)}
      {children}
      <Group gap={12} justify="flex-end">
        <span className={classes.state} role="status">
          {isChanged ? (missing ?? 'Not saved yet; kept in this tab.') : 'Nothing is changed yet.'}
        </span>
        <Button variant="default" disabled={!isChanged || isPending} onClick={onDiscard}>
          Discard
        </Button>
        <Button
          disabled={!isChanged || missing !== undefined || Boolean(conflict)}
          loading={isPending}
          onClick={onSave}
        >
          {label}
        </Button>
      </Group>
    </div>
  );
}
