import type { SourceFigures } from '@assay/contracts/http';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { sourceNames } from '#features/admin/invitations/sources.ts';

/** Candidates from one source below which shares say nothing: one person more or less moves them by 5 % and over. */
const fewest = 20;

const isEnough = ({ invited }: SourceFigures) => invited >= fewest;

/** How many came as far as this, with their share of those invited. */
const reached = (
  title: string,
  field: 'started' | 'finished' | 'advanced',
): Column<SourceFigures> => ({
  title,
  look: ['end', 'numbers'],
  cell: (row) =>
    isEnough(row)
      ? `${row[field]} (${Math.round((row[field] / row.invited) * 100)} %)`
      : row[field],
});

const columns: Column<SourceFigures>[] = [
  {
    title: 'Source',
    cell: ({ source }) => <b>{source ? sourceNames[source] : 'Not said'}</b>,
  },
  { title: 'Invited', look: ['end', 'numbers'], cell: ({ invited }) => invited },
  reached('Started', 'started'),
  reached('Handed in', 'finished'),
  reached('Advanced', 'advanced'),
  {
    title: 'Reading it',
    look: ['soft'],
    cell: (row) => (isEnough(row) ? 'Shares of those invited' : 'Too few to compare'),
  },
];

/** What became of the candidates of each source, in counts, with shares where there are enough for one. */
export function SourcesTable({ assessmentId }: { assessmentId: string | undefined }) {
  const figures = useQuery(
    api.admin.getSourceFigures.queryOptions({ input: { ...(assessmentId && { assessmentId }) } }),
  );
  return (
    <FetchedList
      query={figures}
      rows={figures.data}
      empty={
        <Notice icon={<IconChartBar size={20} stroke={1.6} />} title="Nobody is invited yet">
          Say with an invitation where you found the candidate, and see here what became of those
          from each source.
        </Notice>
      }
    >
      <StaffTable columns={columns} rows={figures.data} keyOf={({ source }) => source ?? 'none'} />
      <p className={table.soft}>
        Counts of invitations, erased ones included. A source with fewer than {fewest} has no
        shares: one person would change them too much. Differences between sources say where you
        looked as much as who came.
      </p>
    </FetchedList>
  );
}
