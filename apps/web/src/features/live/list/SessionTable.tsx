import type { LiveSessionRow } from '@assay/contracts/http';
import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { formatAge } from '#app/formatAge.ts';
import table from '#app/Table.module.css';
import { describeOrigin } from './describeOrigin.ts';
import { SessionState } from './SessionState.tsx';

/** Sessions as a table; without rows, its outline while they are fetched. */
export function SessionTable({ rows }: { rows: LiveSessionRow[] | undefined }) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">People</th>
            <th scope="col">Begins as</th>
            <th scope="col">State</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? [0, 1, 2].map((row) => (
                <tr key={row} className={table.skeleton}>
                  <td colSpan={5}>
                    <Skeleton height={14} width={`${74 - row * 11}%`} />
                  </td>
                </tr>
              ))
            : rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/live/${row.id}`}>{row.title}</Link>
                  </td>
                  <td className={table.soft}>{describePeople(row)}</td>
                  <td className={table.soft}>{describeOrigin(row.origin)}</td>
                  <td>
                    <SessionState state={row.state} />
                  </td>
                  <td className={`${table.soft} ${table.tight} numbers`}>{describeWhen(row)}</td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

/** Candidates first: they are whom one looks for. */
function describePeople({ people }: LiveSessionRow): string {
  const candidates = people.filter(({ role }) => role === 'candidate');
  const others = people.filter(({ role }) => role !== 'candidate');
  return [...candidates, ...others].map(({ name }) => name).join(', ');
}

function describeWhen({ endedAt, startedAt, createdAt }: LiveSessionRow): string {
  const age = (moment: string) => `${formatAge(Date.now() - Date.parse(moment))} ago`;
  if (endedAt !== undefined) return `Ended ${age(endedAt)}`;
  return startedAt === undefined ? `Prepared ${age(createdAt)}` : `Started ${age(startedAt)}`;
}
