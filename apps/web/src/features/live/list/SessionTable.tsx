import type { LiveSessionRow } from '@assay/contracts/http';
import { Link } from 'react-router';
import { formatAgo } from '#app/formatAge.ts';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import { describeOrigin } from './describeOrigin.ts';
import classes from './SessionPage.module.css';
import { SessionState } from './SessionState.tsx';

const columns: Column<LiveSessionRow>[] = [
  { title: 'Session', cell: ({ id, title }) => <Link to={`/live/${id}`}>{title}</Link> },
  { title: 'People', look: ['soft'], cell: describePeople },
  { title: 'Begins as', look: ['soft'], cell: ({ origin }) => describeOrigin(origin) },
  {
    title: 'State',
    cell: ({ id, title, state }) => (
      <>
        <SessionState state={state} />
        {state === 'ended' ? (
          <Link
            className={classes.replay}
            to={`/live/${id}/replay`}
            aria-label={`Replay of ${title}`}
          >
            Replay
          </Link>
        ) : null}
      </>
    ),
  },
  { title: 'When', look: ['soft', 'tight', 'numbers'], cell: describeWhen },
];

/** Sessions as a table. */
export function SessionTable({ rows }: { rows: LiveSessionRow[] | undefined }) {
  return <StaffTable columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

/** Candidates first: they are whom one looks for. */
function describePeople({ people }: LiveSessionRow): string {
  const candidates = people.filter(({ role }) => role === 'candidate');
  const others = people.filter(({ role }) => role !== 'candidate');
  return [...candidates, ...others].map(({ name }) => name).join(', ');
}

function describeWhen({ endedAt, startedAt, createdAt }: LiveSessionRow): string {
  if (endedAt !== undefined) return `Ended ${formatAgo(endedAt)}`;
  return startedAt === undefined
    ? `Prepared ${formatAgo(createdAt)}`
    : `Started ${formatAgo(startedAt)}`;
}
