import { CandidateSource, Stage } from '@assay/contracts/http';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FilterRow } from '#app/FilterRow.tsx';
import { SearchField } from '#app/SearchField.tsx';
import { sourceNames } from '#features/admin/invitations/sources.ts';
import { stages } from './stages.ts';
import type { CandidateFilters } from './useCandidateFilters.ts';

/** Chooses how candidates are looked at, and which. */
export function FilterBar({ filters }: { filters: CandidateFilters }) {
  const assessments = useQuery(api.admin.listAssessments.queryOptions());
  const { view, set } = filters;
  return (
    <FilterRow>
      <SegmentedControl
        aria-label="View"
        size="sm"
        value={view}
        onChange={(value) => set('view', value === 'board' ? undefined : value)}
        data={[
          { value: 'board', label: 'Board' },
          { value: 'list', label: 'List' },
          { value: 'sources', label: 'Sources' },
        ]}
      />
      {view === 'sources' ? null : <SearchField w={240} by="name or address" filters={filters} />}
      <NativeSelect
        aria-label="Filter by assessment"
        value={filters.assessmentId ?? ''}
        onChange={(event) => set('assessment', event.currentTarget.value)}
        data={[
          { value: '', label: 'Every assessment' },
          ...(assessments.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {view === 'sources' ? null : (
        <NativeSelect
          aria-label="Filter by source"
          value={filters.source ?? ''}
          onChange={(event) => set('source', event.currentTarget.value)}
          data={[
            { value: '', label: 'Every source' },
            ...CandidateSource.options.map((value) => ({ value, label: sourceNames[value] })),
            { value: 'none', label: 'Source not said' },
          ]}
        />
      )}
      {view === 'list' ? (
        <NativeSelect
          aria-label="Filter by stage"
          value={filters.stage ?? ''}
          onChange={(event) => set('stage', event.currentTarget.value)}
          data={[
            { value: '', label: 'Every stage' },
            ...Stage.options.map((value) => ({ value, label: stages[value].name })),
          ]}
        />
      ) : null}
    </FilterRow>
  );
}
