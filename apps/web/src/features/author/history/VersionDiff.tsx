import type { Revision } from '@assay/contracts/http';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from '#features/attempt/compare/CompareView.module.css';
import { FileDiff } from '#features/attempt/compare/FileDiff.tsx';
import { listChanges } from '#features/attempt/compare/listChanges.ts';
import { FileTabs } from '#features/code/FileTabs.tsx';
import { useMonaco } from '#features/code/useMonaco.ts';
import { nameOf, timeOf } from './RevisionList.tsx';
import { versionQuery } from './versionQuery.ts';

/** What differs between two versions, file by file. */
export function VersionDiff({
  slug,
  revisions,
  from,
  to,
  onFrom,
}: {
  slug: string;
  revisions: Revision[];
  from: Revision;
  to: Revision;
  onFrom: (id: number) => void;
}) {
  const { monaco, error } = useMonaco();
  const [chosen, setChosen] = useState<string>();
  const before = useQuery(versionQuery(slug, from.hash));
  const after = useQuery(versionQuery(slug, to.hash));
  const changes = before.data && after.data ? listChanges(before.data.files, after.data.files) : [];
  const paths = changes.map(({ path }) => path);
  const shown = chosen !== undefined && paths.includes(chosen) ? chosen : paths[0];

  const body = () => {
    const failed = [before, after].find(({ isError }) => isError);
    if (failed) {
      return <ProblemNotice order={3} error={failed.error} onRetry={() => void failed.refetch()} />;
    }
    if (error !== undefined) return <ProblemNotice order={3} error={error} />;
    if (before.data === undefined || after.data === undefined || monaco === undefined)
      return <Loading label="Fetching both versions" />;
    if (shown === undefined) {
      return (
        <p className={classes.same}>
          {from.id === to.id ? 'This is the first version.' : 'Both versions are the same.'}
        </p>
      );
    }
    return (
      <FileDiff
        key={`${from.hash} ${to.hash} ${shown}`}
        monaco={monaco}
        path={shown}
        before={before.data.files[shown] ?? ''}
        after={after.data.files[shown] ?? ''}
      />
    );
  };
  return (
    <section className={classes.compare} aria-label="Difference">
      <div className={classes.head}>
        <span>
          {nameOf(to)}, {timeOf(to)}, beside
        </span>
        <Select
          size="xs"
          w={280}
          aria-label="Compare with"
          allowDeselect={false}
          value={String(from.id)}
          onChange={(id) => onFrom(Number(id))}
          data={revisions.map((revision) => ({
            value: String(revision.id),
            label: `${nameOf(revision)}, ${timeOf(revision)}`,
          }))}
        />
        <span className={classes.count}>
          {changes.length === 1 ? '1 file differs' : `${changes.length} files differ`}
        </span>
      </div>
      {paths.length > 0 ? <FileTabs open={paths} active={shown} onOpen={setChosen} /> : null}
      <div className={classes.body}>{body()}</div>
    </section>
  );
}
