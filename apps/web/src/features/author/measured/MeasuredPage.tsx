import type { ChallengeFigures } from '@assay/contracts/http';
import { NativeSelect } from '@mantine/core';
import { IconChartDots, IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { NoticeFrame } from '#app/NoticeFrame.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { ChallengeCards } from './ChallengeCards.tsx';
import classes from './MeasuredPage.module.css';
import { MeasuredTests } from './MeasuredTests.tsx';

/** How hard a challenge and its hidden tests are in use, and what they tell apart. */
export function MeasuredPage() {
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const version = search.get('version') ?? undefined;
  const figures = useQuery(
    api.author.getFigures.queryOptions({
      input: { slug, ...(version && { version }) },
      placeholderData: keepPreviousData,
    }),
  );
  if (figures.isPending) return <Loading label="Counting" />;
  if (figures.isError) {
    return (
      <StaffPage title="Measured">
        <ProblemNotice error={figures.error} onRetry={() => void figures.refetch()} />
      </StaffPage>
    );
  }
  const { data } = figures;
  return (
    <StaffPage
      title={`Measured: ${data.title}`}
      lead="What became of this challenge in use. Only attempts that have ended count, each once, with the last work against the hidden tests."
      action={
        <div className={classes.actions}>
          <VersionSelect
            figures={data}
            onChange={(hash) => setSearch({ version: hash }, { replace: true })}
          />
          <Link className={classes.back} to={`/challenges/${slug}`}>
            <IconPencil size={16} stroke={1.7} />
            Workbench
          </Link>
        </div>
      }
    >
      {data.ended === 0 ? (
        <NoticeFrame>
          <Notice
            icon={<IconChartDots size={20} stroke={1.6} />}
            title="Nobody has ended an attempt with this version yet"
          >
            Shares are told from {data.solved.needed} works on, and what a test tells apart from{' '}
            {data.discrimination.needed}. Until then every figure here says how many are missing.
          </Notice>
        </NoticeFrame>
      ) : (
        <>
          <ChallengeCards figures={data} />
          <MeasuredTests tests={data.tests} />
        </>
      )}
    </StaffPage>
  );
}

function VersionSelect({
  figures: { version, versions },
  onChange,
}: {
  figures: ChallengeFigures;
  onChange: (hash: string) => void;
}) {
  const shown = versions.some(({ hash }) => hash === version)
    ? versions
    : [{ hash: version, ended: 0, isNewest: true }, ...versions];
  if (shown.length < 2) return null;
  return (
    <NativeSelect
      aria-label="Version"
      value={version}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={shown.map(({ hash, ended, isNewest }) => ({
        value: hash,
        label: `${isNewest ? 'Newest version' : `Version ${hash.slice(0, 8)}`} · ${ended} ended`,
      }))}
    />
  );
}
