import { boardOf } from '@assay/workspace/board';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { StaffPage } from '#app/StaffPage.tsx';
import { openPlayground } from './openPlayground.ts';
import classes from './Playground.module.css';
import { PlaygroundSide } from './PlaygroundSide.tsx';
import { strangeElements } from './strangeElements.ts';

/** The parts of a live session between two people on one page: to try, to test, and to see how they are used. */
export function LivePartsPage() {
  const [{ people, roster }] = useState(openPlayground);
  const [first, second] = people;
  const [readOnly, setReadOnly] = useState(false);
  const sendStrange = () =>
    first.board.transact(() => {
      for (const [id, element] of Object.entries(strangeElements()))
        boardOf(first.board).set(id, element);
    });
  return (
    <StaffPage
      title="Live parts"
      lead="For those who build on Assay. Two people with documents of their own, connected without a server: type, draw and follow on either side. Nothing is kept."
      action={
        <div className={classes.tools}>
          <Checkbox
            label="The candidate may only read"
            checked={readOnly}
            onChange={(event) => setReadOnly(event.currentTarget.checked)}
          />
          <Button variant="default" onClick={sendStrange}>
            Put nonsense on the board
          </Button>
        </div>
      }
    >
      <div className={classes.sides}>
        <PlaygroundSide person={first} roster={roster} readOnly={false} />
        <PlaygroundSide person={second} roster={roster} readOnly={readOnly} />
      </div>
    </StaffPage>
  );
}
