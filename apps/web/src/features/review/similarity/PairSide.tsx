import type { PairInFull, SimilarPair } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { CodeView } from '#features/code/CodeView.tsx';
import { FileTabs } from '#features/code/FileTabs.tsx';
import { nameOf } from './describeResemblance.ts';
import classes from './PairSide.module.css';

type Stretch = NonNullable<PairInFull['parts']>[number]['left'];

/** One of two works, with the parts marked that the other one has too. */
export function PairSide({
  side: { owner },
  files,
  stretches,
  current,
  onPick,
}: {
  side: SimilarPair['left'];
  files: Files;
  stretches: Stretch[];
  /** The part that is looked at in both. */
  current: number;
  onPick: (part: number) => void;
}) {
  const [wanted, setWanted] = useState<{ path: string; at: number }>();
  const sorted = Object.keys(files).toSorted((a, b) => a.localeCompare(b, 'en'));
  const shared = new Set(stretches.map((stretch) => stretch.path));
  // Another part opens its file; a file that was opened by hand stays until then.
  const path = (wanted?.at === current ? wanted.path : stretches[current]?.path) ?? sorted[0];
  const marks = useMemo(
    () =>
      stretches.flatMap((stretch, id) =>
        stretch.path === path
          ? [{ id, from: stretch.from, to: stretch.to, isCurrent: id === current }]
          : [],
      ),
    [stretches, path, current],
  );
  const name = nameOf(owner);
  return (
    <section className={classes.side} aria-label={name}>
      <header>
        {owner.kind === 'attempt' ? (
          <Link to={`/review/${owner.attemptId}?submission=${owner.submissionId}`}>{name}</Link>
        ) : (
          <b>{name}</b>
        )}
        <span>{owner.kind === 'attempt' ? 'Submission' : 'Known solution'}</span>
      </header>
      <FileTabs
        open={sorted}
        active={path}
        marked={{ paths: shared, meaning: 'has parts that both share' }}
        onOpen={(opened) => setWanted({ path: opened, at: current })}
      />
      <div className={classes.code}>
        {path === undefined ? null : (
          <CodeView
            files={files}
            path={path}
            marks={marks}
            onOpen={(opened) => setWanted({ path: opened, at: current })}
            onPick={onPick}
          />
        )}
      </div>
    </section>
  );
}
