import { Loader } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleCheckFilled } from '@tabler/icons-react';
import classes from './SystemChecks.module.css';
import { type Check, useSystemChecks } from './useSystemChecks.ts';

/** Checks that tick themselves; one that fails says what to do. */
export function SystemChecks({ offsetMs }: { offsetMs: number }) {
  const checks = useSystemChecks(offsetMs);
  return (
    <ul className={classes.checks} aria-live="polite">
      {checks.map((check) => (
        <li key={check.name}>
          <Mark state={check.state} />
          <span className={classes.name}>{check.name}</span>
          <span className={classes.finding}>{check.finding}</span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ state }: { state: Check['state'] }) {
  switch (state) {
    case 'checking':
      return <Loader size={14} role="img" aria-label="checking" />;
    case 'ok':
      return (
        <IconCircleCheckFilled className={classes.ok} size={17} role="img" aria-label="in order" />
      );
    case 'problem':
      return (
        <IconAlertTriangleFilled
          className={classes.problem}
          size={17}
          role="img"
          aria-label="needs attention"
        />
      );
  }
}
