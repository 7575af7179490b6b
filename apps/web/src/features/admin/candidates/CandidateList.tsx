import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import type { CandidateActions } from './CandidateMenu.tsx';
import { CandidateTable } from './CandidateTable.tsx';
import { NoCandidates } from './NoCandidates.tsx';
import type { CandidateFilters } from './useCandidateFilters.ts';

/** Candidates page by page, newest invitation first. */
export function CandidateList({
  filters,
  actions,
  onInvite,
}: {
  filters: CandidateFilters;
  actions: CandidateActions;
  onInvite: () => void;
}) {
  const { stage } = filters;
  const candidates = useQuery(
    api.admin.listInvitations.queryOptions({
      input: { ...filters.input, ...(stage && { stage }), page: pageOf(filters.search) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <FetchedList
      query={candidates}
      rows={candidates.data?.rows}
      empty={<NoCandidates filters={filters} onInvite={onInvite} />}
    >
      <CandidateTable rows={candidates.data?.rows} actions={actions} />
      {candidates.data ? <Pager {...candidates.data} /> : null}
    </FetchedList>
  );
}
