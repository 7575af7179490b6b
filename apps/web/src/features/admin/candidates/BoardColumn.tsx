import type { Stage } from '@assay/contracts/http';
import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './Board.module.css';
import { CandidateCard } from './CandidateCard.tsx';
import type { CandidateActions } from './CandidateMenu.tsx';
import { stages } from './stages.ts';
import type { CandidateFilters } from './useCandidateFilters.ts';

/** Candidates of one stage, newest invitation first, a page at a time. */
export function BoardColumn({
  stage,
  filters,
  actions,
}: {
  stage: Stage;
  filters: CandidateFilters;
  actions: CandidateActions;
}) {
  const { name, Icon, empty } = stages[stage];
  const query = useInfiniteQuery(
    api.admin.listInvitations.infiniteOptions({
      input: (page: number) => ({ ...filters.input, stage, page }),
      initialPageParam: 1,
      getNextPageParam: ({ page, pageSize, total }) =>
        page * pageSize < total ? page + 1 : undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const total = query.data?.pages.at(-1)?.total;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const body = () => {
    if (query.isError)
      return <ProblemNotice order={3} error={query.error} onRetry={() => void query.refetch()} />;
    if (query.isPending) return <Skeletons />;
    if (rows.length === 0) return <p className={classes.empty}>{empty}</p>;
    return (
      <ul className={classes.cards}>
        {rows.map((row) => (
          <CandidateCard key={row.id} row={row} actions={actions} />
        ))}
        {query.hasNextPage ? (
          <li>
            <Button
              fullWidth
              size="xs"
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              Show more of {total}
            </Button>
          </li>
        ) : null}
      </ul>
    );
  };
  return (
    <section className={classes.column} aria-label={name} aria-busy={query.isPending}>
      <h2 className={classes.head}>
        <Icon size={16} stroke={1.7} aria-hidden="true" />
        {name}
        <span className={`${classes.count} numbers`}>{total ?? ''}</span>
      </h2>
      {body()}
    </section>
  );
}

function Skeletons() {
  return (
    <ul className={classes.cards}>
      {[0, 1, 2].map((index) => (
        <li key={index} className={classes.card}>
          <Skeleton height={12} width="70%" />
          <Skeleton height={10} width="50%" mt={10} />
        </li>
      ))}
    </ul>
  );
}
