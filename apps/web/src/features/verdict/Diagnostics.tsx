import type { Diagnostic } from '@assay/contracts/verdict';
import { UnstyledButton } from '@mantine/core';
import { IconCircleXFilled } from '@tabler/icons-react';
import classes from './Diagnostics.module.css';

/** Why the code does not compile, each with its place in the code. */
export function Diagnostics({
  diagnostics,
  onOpen,
}: {
  diagnostics: Diagnostic[];
  onOpen?: (diagnostic: Diagnostic) => void;
}) {
  return (
    <ul className={classes.list}>
      {diagnostics.map((diagnostic) => {
        const { file, line, column, message, source } = diagnostic;
        const place = line > 0 ? `${file}:${line}:${column}` : file;
        return (
          <li key={`${place} ${message}`}>
            <IconCircleXFilled className={classes.icon} size={16} aria-hidden="true" />
            <div>
              <div>{message}</div>
              {onOpen && line > 0 ? (
                <UnstyledButton className={classes.link} onClick={() => onOpen(diagnostic)}>
                  {place}
                </UnstyledButton>
              ) : (
                <span className={classes.place}>{place}</span>
              )}
              {source ? (
                <pre className={classes.source}>
                  <span aria-hidden="true">{line > 0 ? `${line}  ` : ''}</span>
                  {source}
                </pre>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
