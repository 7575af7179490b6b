import type { Exploration, SqlAnswer } from '@assay/contracts/http';
import { Button, Kbd, Textarea } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import classes from './Explore.module.css';
import { ExploreProblem } from './ExploreProblem.tsx';
import { RowsTable } from './RowsTable.tsx';
import { useExploration } from './useExploration.ts';

/** Lists one's tables: what one wants to know first. */
const firstStatement = `select table_name, column_name, data_type
from information_schema.columns
where table_schema = 'public'
order by table_name, ordinal_position`;

/** Scratch SQL on the seeded database, without the solution. */
export function SqlPanel({
  workspace,
  readOnly,
  onOpenPlace,
}: {
  workspace: AttemptWorkspace;
  readOnly: boolean;
  onOpenPlace: OpenPlace;
}) {
  const { explore, running, problem, stop } = useExploration(workspace);
  const [text, setText] = useState(firstStatement);
  const [exploration, setExploration] = useState<Exploration>();
  const answer = answerOf(exploration);
  const run = async () => {
    if (running || readOnly || text.trim() === '') return;
    setExploration(await explore([{ kind: 'sql', text }]));
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
            void run();
          }}
        />
        <div className={classes.line}>
          {running ? (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerStop size={14} stroke={1.8} />}
              onClick={stop}
            >
              Stop
            </Button>
          ) : (
            <Button
              size="xs"
              disabled={readOnly}
              leftSection={<IconPlayerPlayFilled size={12} />}
              onClick={() => void run()}
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
        {running ? <p className={classes.hint}>Seeding a database.</p> : null}
        {running ? null : (
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
