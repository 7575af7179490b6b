import type { ChallengeProblem } from '@assay/contracts/challenge';
import { IconCircleXFilled } from '@tabler/icons-react';
import type { LinkedFiles } from './linkPlaces.ts';
import { PlacedText } from './PlacedText.tsx';
import classes from './VerifyPanel.module.css';

const none: LinkedFiles = { paths: [], textOf: () => '' };

/** What keeps files from being a challenge, each with the line to change. */
export function ProblemList({
  problems,
  files = none,
  onOpenLine = () => undefined,
}: {
  problems: ChallengeProblem[];
  /** Those that are open; without them a place is only named. */
  files?: LinkedFiles;
  onOpenLine?: (file: string, line: number) => void;
}) {
  return (
    <div className={classes.panel} role="alert">
      <p className={classes.summary} data-tone="bad">
        {problems.length === 1
          ? 'One thing has to be changed before this is a challenge.'
          : `${problems.length} things have to be changed before this is a challenge.`}
      </p>
      <ul className={classes.rows}>
        {problems.map(({ file, line, message }) => (
          <li key={`${file}:${line} ${message}`} className={classes.row} data-ok="false">
            <IconCircleXFilled size={15} aria-hidden="true" />
            <div>
              <div>
                <PlacedText text={`${file}:${line}`} files={files} onOpenLine={onOpenLine} />
              </div>
              {message}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
