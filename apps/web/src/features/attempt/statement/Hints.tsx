import { Button } from '@mantine/core';
import { useState } from 'react';
import Markdown from 'react-markdown';
import classes from './Hints.module.css';

/** Hints, opened one after the other by those who want them. Opening one costs nothing. */
export function Hints({ hints }: { hints: string[] }) {
  const [shown, setShown] = useState(0);
  if (hints.length === 0) return <p className={classes.quiet}>This challenge has no hints.</p>;
  return (
    <div className={classes.hints}>
      <p className={classes.quiet}>
        {hints.length === 1 ? 'There is one hint.' : `There are ${hints.length} hints.`} Reading
        them does not change how you are judged.
      </p>
      <ol aria-live="polite">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>
            <Markdown>{hint}</Markdown>
          </li>
        ))}
      </ol>
      {shown < hints.length ? (
        <Button variant="default" onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'Show the first hint' : 'Show the next hint'}
        </Button>
      ) : null}
    </div>
  );
}
