import type { AuthorRow } from '@assay/contracts/http';
import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { formatAge } from '#app/formatAge.ts';
import table from '#app/Table.module.css';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { OriginBadge } from '#features/author/OriginBadge.tsx';
import { portNames } from '#features/author/portNames.ts';
import { ProofBadge } from '#features/author/ProofBadge.tsx';
import classes from './ChallengeTable.module.css';

/** Challenges as a table; without rows, its outline while they are fetched. */
export function ChallengeTable({ rows }: { rows: AuthorRow[] | undefined }) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            <th scope="col">Challenge</th>
            <th scope="col">Level</th>
            <th scope="col" className={table.end}>
              Minutes
            </th>
            <th scope="col">Port</th>
            <th scope="col">Content</th>
            <th scope="col">State</th>
            <th scope="col" className={table.end}>
              Mutants killed
            </th>
            <th scope="col" className={table.end}>
              Changed
            </th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? [0, 1, 2, 3, 4, 5].map((row) => (
                <tr key={row} className={table.skeleton}>
                  <td colSpan={8}>
                    <Skeleton height={14} width={`${82 - row * 7}%`} />
                  </td>
                </tr>
              ))
            : rows.map((row) => <Row key={row.slug} row={row} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: AuthorRow }) {
  return (
    <tr>
      <td className={classes.challenge}>
        <Link to={`/challenges/${row.slug}`}>{row.title}</Link>
        <div className={classes.skills} title={row.skills.join(', ')}>
          {row.skills.join(' · ')}
        </div>
      </td>
      <td className={table.soft}>{levelNames[row.level]}</td>
      <td className={`${table.soft} ${table.end} numbers`}>{row.minutes}</td>
      <td className={`${table.soft} ${table.tight}`}>
        {portNames[row.port]}
        {row.postgres ? <span className={classes.also}>PostgreSQL</span> : null}
      </td>
      <td>
        <OriginBadge origin={row.origin} />
        {row.retiredAt ? <div className={classes.waiting}>Retired</div> : null}
        {row.inUse || row.retiredAt ? null : <div className={classes.waiting}>Not in use yet</div>}
      </td>
      <td>
        <ProofBadge proof={row.proof} />
      </td>
      <td className={`${table.end} numbers`}>
        {row.mutationScore === undefined ? (
          <span className={table.faint}>–</span>
        ) : (
          `${row.mutationScore} %`
        )}
      </td>
      <td className={`${table.soft} ${table.tight} ${table.end} numbers`}>
        {formatAge(Date.now() - Date.parse(row.changedAt))} ago
      </td>
    </tr>
  );
}
