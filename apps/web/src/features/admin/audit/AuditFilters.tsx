import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FilterRow } from '#app/FilterRow.tsx';
import { SearchField } from '#app/SearchField.tsx';
import type { useListFilters } from '#app/useListFilters.ts';
import classes from './AuditPage.module.css';
import { nameArea } from './describeAction.ts';

/** Which entries of the log are shown. */
export function AuditFilters({
  filters,
  domains,
}: {
  filters: ReturnType<typeof useListFilters>;
  domains: readonly string[];
}) {
  const { search, set } = filters;
  const members = useQuery(api.admin.listMembers.queryOptions());
  return (
    <FilterRow>
      <SearchField by="words, names or ids" filters={filters} w={240} />
      <NativeSelect
        aria-label="Filter by who"
        value={search.get('who') ?? ''}
        onChange={(event) => set('who', event.currentTarget.value)}
        data={[
          { value: '', label: 'Everybody' },
          { value: 'candidates', label: 'Candidates' },
          { value: 'system', label: 'Assay itself' },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        aria-label="Filter by area"
        value={search.get('area') ?? ''}
        onChange={(event) => set('area', event.currentTarget.value)}
        data={[
          { value: '', label: 'Everything' },
          ...domains.map((value) => ({ value, label: nameArea(value) })),
        ]}
      />
      <TextInput
        type="date"
        aria-label="From"
        value={search.get('from') ?? ''}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <span className={classes.to}>to</span>
      <TextInput
        type="date"
        aria-label="To"
        value={search.get('to') ?? ''}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
    </FilterRow>
  );
}
