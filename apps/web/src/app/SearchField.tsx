import { TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { useListFilters } from './useListFilters.ts';

/** The field for the words that a list is searched for; `by` says where they are looked for. */
export function SearchField({
  by,
  filters: { typed, type },
  ...field
}: TextInputProps & {
  by: string;
  filters: Pick<ReturnType<typeof useListFilters>, 'typed' | 'type'>;
}) {
  return (
    <TextInput
      aria-label={`Search by ${by}`}
      placeholder={by.charAt(0).toUpperCase() + by.slice(1)}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      {...field}
    />
  );
}
