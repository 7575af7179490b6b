import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NoticeFrame } from './NoticeFrame.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

/** A list as `children` shows it; in its place why it could not be fetched, or `empty` when it has no rows. */
export function FetchedList({
  query,
  rows,
  empty,
  children,
}: {
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
  rows: readonly unknown[] | undefined;
  /** The notice for a list without rows; absent where it always has some. */
  empty?: ReactNode;
  children: ReactNode;
}) {
  if (query.isError)
    return (
      <NoticeFrame>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </NoticeFrame>
    );
  if (empty !== undefined && rows?.length === 0) return <NoticeFrame>{empty}</NoticeFrame>;
  return children;
}
