import type { ErasureRow } from '@assay/contracts/http';
import { Button, SegmentedControl } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import { ComingNights } from './ComingNights.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import classes from './ErasuresPage.module.css';
import { HeldBack } from './HeldBack.tsx';
import { PastNights } from './PastNights.tsx';

const views = [
  { value: 'requests', label: 'Requests' },
  { value: 'coming', label: 'Coming nights' },
  { value: 'held', label: 'Held back' },
  { value: 'nights', label: 'Past nights' },
];

/** Who asked to be forgotten, what the coming nights erase, who is held back, and what was erased. */
export function ErasuresPage() {
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') ?? 'requests';
  return (
    <StaffPage
      title="Erasure"
      lead="Every night Assay erases what was asked for and what was kept long enough. Erasing removes the person and the work; results and scores stay as numbers of nobody."
    >
      <SegmentedControl
        className={classes.views}
        aria-label="View"
        size="sm"
        value={view}
        onChange={(value) => setSearch(value === 'requests' ? {} : { view: value })}
        data={views}
      />
      {view === 'coming' ? (
        <ComingNights />
      ) : view === 'held' ? (
        <HeldBack />
      ) : view === 'nights' ? (
        <PastNights />
      ) : (
        <Requests />
      )}
    </StaffPage>
  );
}

/** Who asked to be forgotten, by when it is done, and what was erased. */
function Requests() {
  const [search] = useSearchParams();
  const [erasing, setErasing] = useState<ErasureRow>();
  const erasures = useQuery(
    api.admin.listErasures.queryOptions({
      input: { page: pageOf(search) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <FetchedList
        query={erasures}
        rows={erasures.data?.rows}
        empty={
          <Notice icon={<IconEraser size={20} stroke={1.6} />} title="Nobody has asked for erasure">
            Candidates ask on the page of what we recorded. A request is carried out by an admin, or
            by itself within 30 days. What is older than its assessment keeps it is erased by
            itself, too, and then listed here.
          </Notice>
        }
      >
        <ErasureTable rows={erasures.data?.rows} onErase={setErasing} />
      </FetchedList>
      {erasures.data ? <Pager {...erasures.data} /> : null}
      <EraseDialog row={erasing} onClose={() => setErasing(undefined)} />
    </>
  );
}

const columns: Column<ErasureRow>[] = [
  {
    title: 'Candidate',
    cell: ({ attemptId, candidateName }) => (
      <Link to={`/review/${attemptId}`}>{candidateName}</Link>
    ),
  },
  { title: 'Assessment', look: ['soft'], cell: ({ assessmentTitle }) => assessmentTitle },
  {
    title: 'Asked',
    look: ['soft', 'tight', 'numbers'],
    cell: ({ requestedAt }) => (requestedAt === undefined ? 'Without a request' : day(requestedAt)),
  },
  { title: 'Erased', look: ['soft', 'tight', 'numbers'], cell: describeEnd },
];

function ErasureTable({
  rows,
  onErase,
}: {
  rows: ErasureRow[] | undefined;
  onErase: (row: ErasureRow) => void;
}) {
  const actions: Column<ErasureRow> = {
    title: 'Actions',
    isTitleHidden: true,
    look: ['end'],
    cell: (row) =>
      row.erasedAt === undefined ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={`Erase ${row.candidateName}`}
          onClick={() => onErase(row)}
        >
          Erase
        </Button>
      ) : null,
  };
  return (
    <StaffTable
      columns={[...columns, actions]}
      rows={rows}
      keyOf={({ attemptId }) => attemptId}
      outline={2}
    />
  );
}

const day = (moment: string): string =>
  new Date(moment).toLocaleDateString([], { dateStyle: 'medium' });

function describeEnd({ erasedAt, erasedBy, dueAt }: ErasureRow): string {
  if (erasedAt === undefined) return `By itself by ${day(dueAt)}`;
  return `${day(erasedAt)}, ${erasedBy === 'system' ? 'by itself' : 'by an admin'}`;
}
