import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

/** Time without a key after which words are searched for, ms. */
const typingMs = 250;

/** Filters of a list, which are in the address bar; each change begins at the first page again. */
export function useListFilters() {
  const [search, setSearch] = useSearchParams();
  const words = search.get('search') ?? '';
  const [typed, setTyped] = useState(words);
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (current) => {
        if (value) current.set(name, value);
        else current.delete(name);
        current.delete('page');
        if (name !== 'after') current.delete('after');
        return current;
      },
      { replace: true },
    );
  const setWords = useDebouncedCallback((value: string) => set('search', value.trim()), typingMs);
  return {
    search,
    words,
    set,
    /** What stands in the field for words, and the list follows. */
    typed,
    type: (value: string) => {
      setTyped(value);
      setWords(value);
    },
    clear: () => {
      setTyped('');
      setSearch({}, { replace: true });
    },
  };
}
