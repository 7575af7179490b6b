import type { PairInFull } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { PageHead } from '#panes/PageHead.tsx';
import separators from '#panes/Resizable.module.css';
import { describeRank, nameOf } from './describeResemblance.ts';
import classes from './PairPage.module.css';
import { PairSide } from './PairSide.tsx';

/** Two works side by side with what they share marked in both. */
export function PairPage() {
  const { attemptId = '', leftId, rightId } = useParams();
  const pair = useQuery(
    api.review.getSimilarPair.queryOptions({
      input: { leftId: Number(leftId), rightId: Number(rightId) },
      // Each look is in the log of both attempts.
      staleTime: Infinity,
    }),
  );
  if (pair.isPending) return <Loading label="Laying the works side by side" />;
  if (pair.isError)
    return (
      <StaffPage title="Side by side">
        <ProblemNotice error={pair.error} onRetry={() => void pair.refetch()} />
      </StaffPage>
    );
  return <SideBySide attemptId={attemptId} pair={pair.data} />;
}

function SideBySide({ attemptId, pair }: { attemptId: string; pair: PairInFull }) {
  const [current, setCurrent] = useState(0);
  const layout = useDefaultLayout({ id: 'assay/pair', panelIds: ['left', 'right'] });
  const parts = pair.parts ?? [];
  const names = [nameOf(pair.left.owner), nameOf(pair.right.owner)] as const;
  useEffect(() => {
    document.title = `${names[0]} and ${names[1]} · Assay`;
  });
  const isKnown = [pair.left, pair.right].some(({ owner }) => owner.kind === 'known');
  const facts = [
    `They share ${pair.percent} % of the smaller one’s own code.`,
    ...(isKnown ? [] : [describeRank(pair, pair.rates)]),
  ];
  return (
    <main className={classes.page}>
      <PageHead
        back={{
          to: `/review/${attemptId}?challenge=${pair.challenge}&view=evidence`,
          label: 'To the desk',
        }}
        title={pair.challengeTitle}
        heading="Side by side"
        detail={pair.challengeTitle}
        className={classes.who}
      >
        <p className={`${classes.facts} numbers`}>{facts.join(' ')}</p>
        <div className={classes.parts}>
          <span className="numbers" role="status">
            {describePlace(pair, current)}
          </span>
          <Button.Group>
            <Button
              size="compact-sm"
              variant="default"
              aria-label="Part before"
              disabled={current === 0}
              onClick={() => setCurrent(current - 1)}
            >
              <IconChevronLeft size={15} stroke={1.7} />
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label="Next part"
              disabled={current >= parts.length - 1}
              onClick={() => setCurrent(current + 1)}
            >
              <IconChevronRight size={15} stroke={1.7} />
            </Button>
          </Button.Group>
        </div>
      </PageHead>
      <Group className={separators.group} {...layout} orientation="horizontal">
        <Panel id="left" minSize={320}>
          <PairSide
            side={pair.left}
            files={pair.leftFiles}
            stretches={parts.map(({ left }) => left)}
            current={current}
            onPick={setCurrent}
          />
        </Panel>
        <Separator className={separators.column} aria-label="Width of the left work" />
        <Panel id="right" minSize={320}>
          <PairSide
            side={pair.right}
            files={pair.rightFiles}
            stretches={parts.map(({ right }) => right)}
            current={current}
            onPick={setCurrent}
          />
        </Panel>
      </Group>
    </main>
  );
}

function describePlace({ parts }: PairInFull, current: number): string {
  if (parts === undefined) return 'The parts could not be found in time.';
  if (parts.length === 0) return 'What they share is frequent by now, so nothing is marked.';
  return `Part ${current + 1} of ${parts.length}`;
}
