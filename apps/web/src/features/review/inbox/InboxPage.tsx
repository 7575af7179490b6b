import type { AttemptState } from '@assay/contracts/http';
import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { FilterRow } from '#app/FilterRow.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { SearchField } from '#app/SearchField.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { useListFilters } from '#app/useListFilters.ts';
import { standings } from '#features/review/StateBadge.tsx';
import { useMe } from '#features/session/useMe.ts';
import { useStaffEvents } from '#features/review/useStaffEvents.ts';
import { AttemptTable } from './AttemptTable.tsx';
import { EmptyInbox } from './EmptyInbox.tsx';
import { stateOf } from './stateOf.ts';

const states: AttemptState[] = ['finished', 'graded', 'running', 'invited', 'withdrawn'];

/** What waits for reviewers, longest first. Filters and page are in the address bar. */
export function InboxPage() {
  useStaffEvents();
  const filters = useListFilters();
  const { search, words, set, clear } = filters;
  const state = stateOf(search);
  const wanted = search.get('state') === 'wanted';
  const page = pageOf(search);
  const me = useMe();
  const mayReview = me.data?.role === 'reviewer' || me.data?.role === 'admin';
  const attempts = useQuery(
    api.review.listAttempts.queryOptions({
      input: {
        page,
        ...(state ? { state } : {}),
        ...(wanted ? { wanted: 'me' as const } : {}),
        ...(words ? { search: words } : {}),
      },
      placeholderData: keepPreviousData,
    }),
  );

  return (
    <StaffPage title="Reviews" lead="Attempts of all candidates. What waits longest comes first.">
      <FilterRow>
        <SearchField w={280} by="candidate or assessment" filters={filters} />
        <SegmentedControl
          aria-label="State"
          size="sm"
          value={wanted ? 'wanted' : (state ?? 'all')}
          onChange={(value) => set('state', value === 'all' ? undefined : value)}
          data={[
            { value: 'all', label: 'All' },
            ...(mayReview ? [{ value: 'wanted', label: 'Wanted from me' }] : []),
            ...states.map((value) => ({ value, label: standings[value].name })),
          ]}
        />
      </FilterRow>
      <FetchedList
        query={attempts}
        rows={attempts.data?.rows}
        empty={
          <EmptyInbox
            filter={
              wanted && words === ''
                ? 'wanted'
                : state !== undefined || wanted || words !== ''
                  ? 'some'
                  : 'none'
            }
            onClear={clear}
          />
        }
      >
        <AttemptTable rows={attempts.data?.rows} />
      </FetchedList>
      {attempts.data ? <Pager {...attempts.data} /> : null}
    </StaffPage>
  );
}
