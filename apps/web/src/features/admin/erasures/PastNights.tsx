import type { NightErasure, RetentionNight } from '@assay/contracts/http';
import { IconMoonStars } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import classes from './ErasuresPage.module.css';

const columns: Column<RetentionNight>[] = [
  {
    title: 'Night',
    look: ['tight', 'numbers'],
    cell: ({ startedAt }) =>
      new Date(startedAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }),
  },
  { title: 'Erased', look: ['soft'], cell: ({ erased }) => describe(erased.filter(isDone)) },
  {
    title: 'Had to wait',
    look: ['soft'],
    cell: ({ erased }) => describe(erased.filter((one) => !isDone(one))),
  },
  {
    title: 'Which',
    look: ['soft'],
    cell: ({ erased }) =>
      erased.length === 0 ? null : (
        <details>
          <summary>By number</summary>
          <ul className={classes.ids}>
            {erased.map(({ kind, id, waits }) => (
              <li key={id} className="code">
                {kind}:{id}
                {waits === undefined ? '' : `, waits: ${waits}`}
              </li>
            ))}
          </ul>
        </details>
      ),
  },
];

/** What past nights erased: numbers of nobody, to account for it. */
export function PastNights() {
  const nights = useQuery(api.admin.listRetentionNights.queryOptions());
  return (
    <FetchedList
      query={nights}
      rows={nights.data}
      empty={
        <Notice icon={<IconMoonStars size={20} stroke={1.6} />} title="No night has passed yet">
          What a night erased is listed here, by number.
        </Notice>
      }
    >
      <StaffTable columns={columns} rows={nights.data} keyOf={({ night }) => night} />
    </FetchedList>
  );
}

const isDone = ({ waits }: NightErasure): boolean => waits === undefined;

function describe(erased: readonly NightErasure[]): string {
  const count = (kind: NightErasure['kind'], one: string, many: string) => {
    const total = erased.filter((entry) => entry.kind === kind).length;
    return total === 0 ? [] : [total === 1 ? `1 ${one}` : `${total} ${many}`];
  };
  const parts = [
    ...count('attempt', 'attempt', 'attempts'),
    ...count('session', 'live session', 'live sessions'),
  ];
  return parts.join(', ') || 'Nothing';
}
