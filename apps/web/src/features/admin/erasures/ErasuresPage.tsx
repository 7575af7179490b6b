import type { ErasureRow } from '@assay/contracts/http';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import table from '#app/Table.module.css';
import { EraseDialog } from './EraseDialog.tsx';

/** Who asked to be forgotten, by when it is done, and what was erased. */
export function ErasuresPage() {
  const [search] = useSearchParams();
  const [erasing, setErasing] = useState<ErasureRow>();
  const erasures = useQuery(
    api.admin.listErasures.queryOptions({
      input: { page: pageOf(search) },
      placeholderData: keepPreviousData,
    }),
  );
  const body = () => {
    if (erasures.isError) {
      return (
        <div className={`${table.frame} ${table.place}`}>
          <ProblemNotice error={erasures.error} onRetry={() => void erasures.refetch()} />
        </div>
      );
    }
    if (erasures.data?.rows.length === 0) {
      return (
        <div className={`${table.frame} ${table.place}`}>
          <Notice icon={<IconEraser size={20} stroke={1.6} />} title="Nobody has asked for erasure">
            Candidates ask on the page of what we recorded. A request is carried out by an admin, or
            by itself after 30 days. What is older than its assessment keeps it is erased by itself,
            too, and then listed here.
          </Notice>
        </div>
      );
    }
    return <Rows rows={erasures.data?.rows} onErase={setErasing} />;
  };
  return (
    <StaffPage
      title="Erasure"
      lead="Requests to be forgotten. Erasing removes the person and the work; results and scores stay as numbers of nobody."
    >
      {body()}
      {erasures.data ? <Pager {...erasures.data} /> : null}
      <EraseDialog row={erasing} onClose={() => setErasing(undefined)} />
    </StaffPage>
  );
}

function Rows({
  rows,
  onErase,
}: {
  rows: ErasureRow[] | undefined;
  onErase: (row: ErasureRow) => void;
}) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            <th scope="col">Assessment</th>
            <th scope="col">Asked</th>
            <th scope="col">Erased</th>
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? [0, 1].map((row) => (
                <tr key={row} className={table.skeleton}>
                  <td colSpan={5}>
                    <Skeleton height={14} width={`${70 - row * 11}%`} />
                  </td>
                </tr>
              ))
            : rows.map((row) => (
                <tr key={row.attemptId}>
                  <td>
                    <Link to={`/review/${row.attemptId}`}>{row.candidateName}</Link>
                  </td>
                  <td className={table.soft}>{row.assessmentTitle}</td>
                  <td className={`${table.soft} ${table.tight} numbers`}>
                    {row.requestedAt === undefined ? 'Without a request' : day(row.requestedAt)}
                  </td>
                  <td className={`${table.soft} ${table.tight} numbers`}>{describeEnd(row)}</td>
                  <td className={table.end}>
                    {row.erasedAt === undefined ? (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={`Erase ${row.candidateName}`}
                        onClick={() => onErase(row)}
                      >
                        Erase
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

const day = (moment: string): string =>
  new Date(moment).toLocaleDateString([], { dateStyle: 'medium' });

function describeEnd({ erasedAt, erasedBy, dueAt }: ErasureRow): string {
  if (erasedAt === undefined) return `By itself on ${day(dueAt)}`;
  return `${day(erasedAt)}, ${erasedBy === 'system' ? 'by itself' : 'by an admin'}`;
}
