import type { AuthoredChallenge } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useParams, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import bench from '#features/author/bench/Bench.module.css';
import separators from '#panes/Resizable.module.css';
import { HistoryHead } from './HistoryHead.tsx';
import { RevisionList } from './RevisionList.tsx';
import { VersionDiff } from './VersionDiff.tsx';

/** How a challenge became what it is, and what differs between any two of its versions. */
export function HistoryPage() {
  const { slug = '' } = useParams();
  const challenge = useQuery(api.author.getChallenge.queryOptions({ input: { slug } }));
  if (challenge.isPending) return <Loading label="Opening the history" />;
  if (challenge.isError) {
    return (
      <StaffPage title="History">
        <ProblemNotice error={challenge.error} onRetry={() => void challenge.refetch()} />
      </StaffPage>
    );
  }
  return <History key={slug} challenge={challenge.data} />;
}

function History({ challenge }: { challenge: AuthoredChallenge }) {
  const { title, revisions } = challenge;
  const [search, setSearch] = useSearchParams();
  const layout = useDefaultLayout({ id: 'assay/history', panelIds: ['revisions', 'difference'] });
  useEffect(() => {
    document.title = `History of ${title} · Assay`;
  }, [title]);
  const of = (name: string) => revisions.find(({ id }) => String(id) === search.get(name));
  const chosen = of('version') ?? revisions[0];
  if (chosen === undefined) return null;
  const older = revisions[revisions.indexOf(chosen) + 1];
  const other = of('with') ?? older ?? chosen;
  const show = (version: number, against?: number) =>
    setSearch(
      { version: String(version), ...(against === undefined ? {} : { with: String(against) }) },
      { replace: true },
    );

  return (
    <main className={bench.bench}>
      <HistoryHead challenge={challenge} chosen={chosen} />
      <Group className={separators.group} {...layout} orientation="horizontal">
        <Panel id="revisions" defaultSize={320} minSize={240} maxSize={520}>
          <RevisionList challenge={challenge} chosen={chosen} onChoose={(id) => show(id)} />
        </Panel>
        <Separator className={separators.column} aria-label="Width of the history" />
        <Panel id="difference" minSize={480}>
          <VersionDiff
            slug={challenge.slug}
            revisions={revisions}
            from={other}
            to={chosen}
            onFrom={(id) => show(chosen.id, id)}
          />
        </Panel>
      </Group>
    </main>
  );
}
