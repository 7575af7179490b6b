import type { Assessment } from '@assay/contracts/http';
import { Link } from 'react-router';
import { formatAgo } from '#app/formatAge.ts';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { LockBadge } from './LockBadge.tsx';

const columns: Column<Assessment>[] = [
  {
    title: 'Assessment',
    cell: ({ id, title, role }) => (
      <>
        <Link to={`/admin/assessments/${id}`}>{title}</Link>
        {role === undefined ? null : <div className={table.faint}>{role}</div>}
      </>
    ),
  },
  {
    title: 'Challenges',
    look: ['soft'],
    cell: ({ challenges }) => challenges.map(({ title }) => title).join(', '),
  },
  {
    title: 'Minutes',
    look: ['soft', 'tight', 'end', 'numbers'],
    cell: ({ minutes, clockMode }) => `${minutes}${clockMode === 'separate' ? ' in parts' : ''}`,
  },
  { title: 'Version', look: ['soft', 'end', 'numbers'], cell: ({ version }) => version },
  { title: 'State', cell: ({ lockedAt }) => <LockBadge lockedAt={lockedAt} /> },
  { title: 'Invited', look: ['soft', 'end', 'numbers'], cell: ({ invited }) => invited },
  {
    title: 'Changed',
    look: ['soft', 'tight', 'end', 'numbers'],
    cell: ({ changedAt }) => formatAgo(changedAt),
  },
];

/** Assessments as a table. */
export function AssessmentTable({ rows }: { rows: Assessment[] | undefined }) {
  return <StaffTable columns={columns} rows={rows} keyOf={({ id }) => id} />;
}
