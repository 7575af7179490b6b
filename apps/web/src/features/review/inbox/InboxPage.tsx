import type { AttemptState } from '@assay/contracts/http';
import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import table from '#app/Table.module.css';
import { useListFilters } from '#app/useListFilters.ts';
import { stateNames } from '#features/review/StateBadge.tsx';
import { useStaffEvents } from '#features/review/useStaffEvents.ts';
import { AttemptTable } from './AttemptTable.tsx';
import { EmptyInbox } from './EmptyInbox.tsx';
import classes from './InboxPage.module.css';
import { stateOf } from './stateOf.ts';

const states: AttemptState[] = ['finished', 'graded', 'running', 'invited', 'withdrawn'];

/** What waits for reviewers, longest first. Filters and page are in the address bar. */
export function InboxPage() {
  useStaffEvents();
  const { search, words, set, typed, type, clear } = useListFilters();
  const state = stateOf(search);
  const page = pageOf(search);
  const attempts = useQuery(
    api.review.listAttempts.queryOptions({
      input: { page, ...(state ? { state } : {}), ...(words ? { search: words } : {}) },
      placeholderData: keepPreviousData,
    }),
  );

  const body = () => {
    if (attempts.isError) {
      return (
        <div className={`${table.frame} ${table.place}`}>
          <ProblemNotice error={attempts.error} onRetry={() => void attempts.refetch()} />
        </div>
      );
    }
    if (attempts.data?.rows.length === 0) {
      return <EmptyInbox isFiltered={state !== undefined || words !== ''} onClear={clear} />;
    }
    return <AttemptTable rows={attempts.data?.rows} />;
  };

  return (
    <StaffPage title="Reviews" lead="Attempts of all candidates. What waits longest comes first.">
      <div className={classes.filters} role="search">
        <TextInput
          className={classes.search}
          aria-label="Search by candidate or assessment"
          placeholder="Candidate or assessment"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="State"
          size="sm"
          value={state ?? 'all'}
          onChange={(value) => set('state', value === 'all' ? undefined : value)}
          data={[
            { value: 'all', label: 'All' },
            ...states.map((value) => ({ value, label: stateNames[value] })),
          ]}
        />
      </div>
      {body()}
      {attempts.data ? <Pager {...attempts.data} /> : null}
    </StaffPage>
  );
}
