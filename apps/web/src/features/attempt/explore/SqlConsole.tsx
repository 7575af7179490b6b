import type { Exploration, SqlAnswer } from '@assay/contracts/http';
import { Button, Kbd, Textarea } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import classes from './Explore.module.css';
import { ExploreProblem } from './ExploreProblem.tsx';
import { RowsTable } from './RowsTable.tsx';
import { StopButton } from './StopButton.tsx';

/** Lists one's tables: what one wants to know first. */
const firstStatement = `select table_name, column_name, data_type
from information_schema.columns
where table_schema = 'public'
order by table_name, ordinal_position`;

/** Scratch SQL on the seeded database, and the rows of what ran last. */
export function SqlConsole({
  exploration,
  running,
  waiting = 'Seeding a database.',
  problem,
  disabled,
  ran,
  onRun,
  onStop,
  onOpenPlace,
}: {
  exploration: Exploration | undefined;
  running: boolean;
  /** Said meanwhile. */
  waiting?: string | undefined;
  problem: string | undefined;
  disabled: boolean;
  /** What the rows are of, where it is not what stands in the field. */
  ran?: ReactNode;
  onRun: (text: string) => void;
  /** Absent where it is somebody else's to stop. */
  onStop: (() => void) | undefined;
  onOpenPlace: OpenPlace;
}) {
  const [text, setText] = useState(firstStatement);
  const answer = answerOf(exploration);
  const run = () => {
    if (!running && !disabled && text.trim() !== '') onRun(text);
  };
  return (
    <div className={classes.split}>
      <div className={classes.left}>
        <Textarea
          size="xs"
          aria-label="SQL"
          classNames={{ input: classes.code }}
          autosize
          minRows={5}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.altKey) return;
            event.preventDefault();
            run();
          }}
        />
        <div className={classes.line}>
          {running && onStop ? (
            <StopButton onStop={onStop} />
          ) : (
            <Button
              size="xs"
              disabled={disabled || running}
              leftSection={<IconPlayerPlayFilled size={12} />}
              onClick={run}
            >
              Run SQL
            </Button>
          )}
          <span className={classes.hint}>
            <Kbd>Alt</Kbd> <Kbd>Enter</Kbd>
          </span>
        </div>
        <p className={classes.hint}>
          The database is seeded afresh for every run, as it is for every run of the tests: what you
          change here is gone afterwards. Several statements are separated by semicolons.
        </p>
      </div>
      <section className={classes.right} aria-label="Rows">
        {ran}
        {running ? (
          <p className={classes.hint}>{waiting}</p>
        ) : (
          <ExploreProblem problem={problem} exploration={exploration} onOpenPlace={onOpenPlace} />
        )}
        {!running && answer?.problem ? (
          <ExploreProblem
            problem={answer.problem.message}
            exploration={undefined}
            onOpenPlace={onOpenPlace}
          />
        ) : null}
        {!running && answer?.result ? <RowsTable result={answer.result} /> : null}
        {!running && exploration === undefined && problem === undefined ? (
          <p className={classes.hint}>Rows appear here.</p>
        ) : null}
      </section>
    </div>
  );
}

function answerOf(exploration: Exploration | undefined): SqlAnswer | undefined {
  if (exploration === undefined || exploration.status === 'compile_error') return undefined;
  return exploration.answers.find((answer) => answer.kind === 'sql');
}
