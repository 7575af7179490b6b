import type { CandidateRow } from '@assay/contracts/http';
import { Link } from 'react-router';
import { formatAgo } from '#app/formatAge.ts';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { sourceNames } from '#features/admin/invitations/sources.ts';
import { type CandidateActions, CandidateMenu } from './CandidateMenu.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import { MailLine } from './MailLine.tsx';
import { StageBadge } from './StageBadge.tsx';

const columns: Column<CandidateRow>[] = [
  {
    title: 'Candidate',
    cell: ({ attemptId, candidateName, candidateEmail }) => (
      <>
        <Link to={`/review/${attemptId}`}>{candidateName}</Link>
        <div className={table.faint}>{candidateEmail}</div>
      </>
    ),
  },
  { title: 'Assessment', look: ['soft'], cell: ({ assessmentTitle }) => assessmentTitle },
  {
    title: 'Source',
    look: ['soft'],
    cell: ({ source }) => (source ? sourceNames[source] : '–'),
  },
  { title: 'Stage', cell: ({ stage }) => <StageBadge stage={stage} /> },
  {
    title: 'Link',
    look: ['soft', 'tight', 'numbers'],
    cell: (row) => (
      <>
        {describeLink(row)}
        <MailLine mail={row.mail} />
      </>
    ),
  },
  {
    title: 'Invited',
    look: ['soft', 'tight', 'numbers'],
    cell: ({ createdAt }) => formatAgo(createdAt),
  },
];

/** Candidates as a table, each with what can be done. */
export function CandidateTable({
  rows,
  actions,
}: {
  rows: CandidateRow[] | undefined;
  actions: CandidateActions;
}) {
  const menu: Column<CandidateRow> = {
    title: 'Actions',
    isTitleHidden: true,
    look: ['end'],
    cell: (row) => <CandidateMenu row={row} actions={actions} />,
  };
  const choice: Column<CandidateRow> = {
    title: 'Compare',
    isTitleHidden: true,
    cell: (row) => <ChoiceBox row={row} choice={actions.choice} />,
  };
  return <StaffTable columns={[choice, ...columns, menu]} rows={rows} keyOf={({ id }) => id} />;
}

function describeLink(row: CandidateRow): string {
  switch (row.state) {
    case 'open':
      return `Open until ${new Date(row.expiresAt).toLocaleDateString([], { dateStyle: 'medium' })}`;
    case 'expired':
      return `Expired ${formatAgo(row.expiresAt)}`;
    case 'revoked':
      return 'Revoked';
  }
}
