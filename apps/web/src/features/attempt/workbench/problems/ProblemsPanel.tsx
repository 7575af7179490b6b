import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleXFilled } from '@tabler/icons-react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import classes from './ProblemsPanel.module.css';
import type { Problem } from './useProblems.ts';

/** Everything that the editor marks in the workspace; choosing one goes there. */
export function ProblemsPanel({
  problems,
  onOpenPlace,
}: {
  problems: Problem[];
  onOpenPlace: OpenPlace;
}) {
  if (problems.length === 0) {
    return (
      <p className={classes.empty}>
        The editor sees nothing wrong. Mistakes of syntax and types in any of your files are listed
        here; they do not keep you from running.
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {problems.map(({ path, line, column, message, severity }) => {
        const Icon = severity === 'error' ? IconCircleXFilled : IconAlertTriangleFilled;
        return (
          <li key={`${path}:${line}:${column} ${message}`}>
            <UnstyledButton
              className={classes.row}
              onClick={() => onOpenPlace({ file: path, line, column })}
            >
              <Icon
                className={classes.icon}
                data-severity={severity}
                size={15}
                role="img"
                aria-label={severity === 'error' ? 'Error' : 'Warning'}
              />
              <span className={classes.message}>{message}</span>
              <span className={`${classes.place} numbers`}>
                {path}:{line}:{column}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
