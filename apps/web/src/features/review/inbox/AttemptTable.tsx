import type { AttemptRow } from '@assay/contracts/http';
import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { formatAge } from '#app/formatAge.ts';
import table from '#app/Table.module.css';
import { StateBadge } from '#features/review/StateBadge.tsx';
import classes from './AttemptTable.module.css';

/** Attempts as a table; without rows, its outline while they are fetched. */
export function AttemptTable({ rows }: { rows: AttemptRow[] | undefined }) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            <th scope="col">Assessment</th>
            <th scope="col">State</th>
            <th scope="col">Age</th>
            <th scope="col">Hidden tests that hold</th>
            <th scope="col" className={table.end}>
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? [0, 1, 2, 3].map((row) => (
                <tr key={row} className={table.skeleton}>
                  <td colSpan={6}>
                    <Skeleton height={14} width={`${78 - row * 9}%`} />
                  </td>
                </tr>
              ))
            : rows.map((row) => (
                <tr key={row.id}>
                  <td className={classes.name}>
                    <Link to={`/review/${row.id}`}>{row.candidateName}</Link>
                  </td>
                  <td className={table.soft}>{row.assessmentTitle}</td>
                  <td>
                    {row.erasedAt === undefined ? <StateBadge state={row.state} /> : 'Erased'}
                  </td>
                  <td className={`${table.soft} ${table.tight} numbers`}>{ageOf(row)}</td>
                  <td>
                    <Results results={row.results} />
                  </td>
                  <td className={`${table.end} numbers`}>
                    {row.score === undefined ? (
                      <span className={table.faint}>–</span>
                    ) : (
                      row.score.toFixed(1)
                    )}
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

function ageOf(row: AttemptRow): string {
  const since = row.finishedAt ?? row.startedAt;
  if (since === undefined) return '–';
  const age = formatAge(Date.now() - Date.parse(since));
  return row.finishedAt === undefined ? `started ${age} ago` : age;
}

function Results({ results }: { results: AttemptRow['results'] }) {
  if (results.every(({ total }) => total === 0))
    return <span className={table.faint}>Nothing submitted</span>;
  return (
    <ul className={`${classes.results} numbers`}>
      {results.map(({ challenge, title, passed, total }) => (
        <li key={challenge} title={`${title}: ${passed} of ${total} hidden tests hold`}>
          <span className={classes.title}>{title}</span>
          <span className={classes.bar} aria-hidden="true">
            <i style={{ width: `${total === 0 ? 0 : (passed / total) * 100}%` }} />
          </span>
          <span>{total === 0 ? '–' : `${passed}/${total}`}</span>
        </li>
      ))}
    </ul>
  );
}
