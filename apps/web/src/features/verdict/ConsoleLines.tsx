import type { ConsoleLine } from '@assay/contracts/verdict';
import classes from './ConsoleLines.module.css';

/** What a solution printed, in order; warnings and errors are also named for those who cannot see colours. */
export function ConsoleLines({ lines }: { lines: ConsoleLine[] }) {
  return (
    <ol className={classes.lines}>
      {lines.map((line, index) => (
        // Lines repeat and never move: their position is their identity.
        <li key={index} data-level={line.level}>
          {line.level === 'error' || line.level === 'warn' ? <b>{line.level}</b> : null}
          <span>{line.text}</span>
        </li>
      ))}
    </ol>
  );
}
