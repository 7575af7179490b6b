import type { DueErasure } from '@assay/contracts/http';
import { Button, NativeSelect, Text } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import classes from './ErasuresPage.module.css';
import { HoldDialog } from './HoldDialog.tsx';

const reasons: Record<DueErasure['why'], string> = {
  asked: 'The candidate asked for it',
  kept_long_enough: 'Kept as long as it was to be',
};

const columns: Column<DueErasure>[] = [
  {
    title: 'What',
    cell: ({ kind, id, candidateName, title }) => (
      <Link to={kind === 'attempt' ? `/review/${id}` : `/live/${id}`}>
        {candidateName ?? `Live session: ${title}`}
      </Link>
    ),
  },
  {
    title: 'Assessment',
    look: ['soft'],
    cell: ({ kind, title }) => (kind === 'attempt' ? title : ''),
  },
  { title: 'Why', look: ['soft'], cell: ({ why }) => reasons[why] },
  {
    title: 'Erased on',
    look: ['soft', 'tight', 'numbers'],
    cell: ({ erasedAt }) => moment(erasedAt),
  },
];

/** What the next night erases, or the nights of the next days: just what they will, if nothing changes. */
export function ComingNights() {
  const [search, setSearch] = useSearchParams();
  const [holding, setHolding] = useState<DueErasure>();
  const days = search.get('days') ?? '0';
  const due = useQuery(
    api.admin.listDueErasures.queryOptions({
      input: { days: Number(days), page: pageOf(search) },
      placeholderData: keepPreviousData,
    }),
  );
  const actions: Column<DueErasure> = {
    title: 'Actions',
    isTitleHidden: true,
    look: ['end'],
    cell: (row) =>
      row.candidateId === undefined ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`Hold ${row.candidateName} back`}
          onClick={() => setHolding(row)}
        >
          Hold back
        </Button>
      ),
  };
  return (
    <>
      <div className={classes.head}>
        <Text className={classes.lead}>
          {due.data
            ? `The next night begins on ${moment(due.data.nextNightAt)}. ${describe(due.data.total, days)}`
            : 'Looking ahead.'}
        </Text>
        <NativeSelect
          aria-label="How far ahead"
          value={days}
          onChange={(event) => setSearch({ view: 'coming', days: event.currentTarget.value })}
          data={[
            { value: '0', label: 'The next night' },
            { value: '7', label: 'And a week after it' },
            { value: '30', label: 'And 30 days after it' },
            { value: '90', label: 'And 90 days after it' },
          ]}
        />
      </div>
      <FetchedList
        query={due}
        rows={due.data?.rows}
        empty={
          <Notice icon={<IconMoon size={20} stroke={1.6} />} title="Nothing is erased then">
            Attempts are erased when their assessment’s time to keep them is over, or when
            candidates ask; live sessions after 180 days.
          </Notice>
        }
      >
        <StaffTable columns={[...columns, actions]} rows={due.data?.rows} keyOf={({ id }) => id} />
      </FetchedList>
      {due.data ? <Pager {...due.data} /> : null}
      <HoldDialog row={holding} onClose={() => setHolding(undefined)} />
    </>
  );
}

const moment = (at: string): string =>
  new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

function describe(total: number, days: string): string {
  const what = total === 0 ? 'nothing is' : total === 1 ? 'one thing is' : `${total} things are`;
  return days === '0'
    ? `In it ${what} erased.`
    : `In it and the ${days} nights after it ${what} erased.`;
}
