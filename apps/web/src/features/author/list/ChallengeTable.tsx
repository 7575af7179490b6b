import type { AuthorRow } from '@assay/contracts/http';
import { Link } from 'react-router';
import { formatAgo } from '#app/formatAge.ts';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { OriginBadge } from '#features/author/OriginBadge.tsx';
import { portNames } from '#features/author/portNames.ts';
import { ProofBadge } from '#features/author/ProofBadge.tsx';
import classes from './ChallengeTable.module.css';

const columns: Column<AuthorRow>[] = [
  {
    title: 'Challenge',
    className: classes.challenge,
    cell: ({ slug, title, skills }) => (
      <>
        <Link to={`/challenges/${slug}`}>{title}</Link>
        <div className={classes.skills} title={skills.join(', ')}>
          {skills.join(' · ')}
        </div>
      </>
    ),
  },
  { title: 'Level', look: ['soft'], cell: ({ level }) => levelNames[level] },
  { title: 'Minutes', look: ['soft', 'end', 'numbers'], cell: ({ minutes }) => minutes },
  {
    title: 'Port',
    look: ['soft', 'tight'],
    cell: ({ port, postgres }) => (
      <>
        {portNames[port]}
        {postgres ? <span className={classes.also}>PostgreSQL</span> : null}
      </>
    ),
  },
  {
    title: 'Content',
    cell: ({ origin, retiredAt, inUse }) => (
      <>
        <OriginBadge origin={origin} />
        {retiredAt ? <div className={classes.waiting}>Retired</div> : null}
        {inUse || retiredAt ? null : <div className={classes.waiting}>Not in use yet</div>}
      </>
    ),
  },
  { title: 'State', cell: ({ proof }) => <ProofBadge proof={proof} /> },
  {
    title: 'Mutants killed',
    look: ['end', 'numbers'],
    cell: ({ mutationScore }) =>
      mutationScore === undefined ? <span className={table.faint}>–</span> : `${mutationScore} %`,
  },
  {
    title: 'Changed',
    look: ['soft', 'tight', 'end', 'numbers'],
    cell: ({ changedAt }) => formatAgo(changedAt),
  },
];

/** Challenges as a table. */
export function ChallengeTable({ rows }: { rows: AuthorRow[] | undefined }) {
  return <StaffTable columns={columns} rows={rows} keyOf={({ slug }) => slug} outline={6} />;
}
