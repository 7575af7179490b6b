import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';

/** Time without a key after which a list is read, ms. */
const typingMs = 500;

/** What the server reads in a list, again whenever it changes. */
export function usePreview(assessmentId: string | undefined, text: string) {
  const [settled] = useDebouncedValue(text, typingMs);
  const isEmpty = settled.trim() === '';
  const preview = useQuery({
    ...api.admin.previewInvitations.queryOptions({
      input: { assessmentId: assessmentId ?? '', text: settled },
      placeholderData: keepPreviousData,
    }),
    enabled: assessmentId !== undefined && !isEmpty,
    // Who is invited already may have changed since.
    staleTime: 0,
  });
  return {
    data: isEmpty ? undefined : preview.data,
    error: preview.error,
    retry: () => void preview.refetch(),
    /** Whether `data` is of an earlier text. */
    isBehind: !isEmpty && (settled !== text || preview.isPlaceholderData || preview.isPending),
  };
}

export type Preview = ReturnType<typeof usePreview>;
