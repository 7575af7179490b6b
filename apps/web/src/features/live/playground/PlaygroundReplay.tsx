import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { CodeView } from '#features/code/CodeView.tsx';
import { ReplayBar } from '#features/live/replay/ReplayBar.tsx';
import { useReplay } from '#features/live/replay/useReplay.ts';
import type { Playground } from './openPlayground.ts';
import classes from './Playground.module.css';

/** What was typed on this page so far, once more. */
export function PlaygroundReplay({ log }: { log: Playground['log'] }) {
  const [skipIdle, setSkipIdle] = useState(true);
  // What is typed after the replay was opened is not in it.
  const [updates] = useState(() => [...log]);
  const replay = useReplay(updates, skipIdle);
  const texts = [...replay.doc.getMap('files')];
  const files = Object.fromEntries(texts.map(([path, text]) => [path, String(text)]));
  return (
    <section className={classes.side} aria-label="Replay">
      <header className={classes.head}>
        <h2>Replay</h2>
        <Checkbox
          label="Skip pauses"
          checked={skipIdle}
          onChange={(event) => setSkipIdle(event.currentTarget.checked)}
        />
      </header>
      <div className={classes.editor}>
        <CodeView files={files} path="src/orders.ts" />
      </div>
      <ReplayBar replay={replay} />
    </section>
  );
}
