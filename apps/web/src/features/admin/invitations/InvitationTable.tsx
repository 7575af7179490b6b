import type { InvitationRow } from '@assay/contracts/http';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { formatAge } from '#app/formatAge.ts';
import table from '#app/Table.module.css';
import { StateBadge } from '#features/review/StateBadge.tsx';

/** Invitations as a table; without rows, its outline while they are fetched. */
export function InvitationTable({
  rows,
  onTime,
  onRevoke,
}: {
  rows: InvitationRow[] | undefined;
  onTime: (invitation: InvitationRow) => void;
  onRevoke: (invitation: InvitationRow) => void;
}) {
  return (
    <div className={table.frame}>
      <table className={table.table} aria-busy={rows === undefined}>
        <thead>
          <tr>
            <th scope="col">Candidate</th>
            <th scope="col">Assessment</th>
            <th scope="col">Attempt</th>
            <th scope="col">Link</th>
            <th scope="col">Invited</th>
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? [0, 1, 2].map((row) => (
                <tr key={row} className={table.skeleton}>
                  <td colSpan={6}>
                    <Skeleton height={14} width={`${74 - row * 11}%`} />
                  </td>
                </tr>
              ))
            : rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/review/${row.attemptId}`}>{row.candidateName}</Link>
                    <div className={table.faint}>{row.candidateEmail}</div>
                  </td>
                  <td className={table.soft}>{row.assessmentTitle}</td>
                  <td>
                    <StateBadge state={row.attemptState} />
                  </td>
                  <td className={`${table.soft} ${table.tight} numbers`}>{describeLink(row)}</td>
                  <td className={`${table.soft} ${table.tight} numbers`}>
                    {formatAge(Date.now() - Date.parse(row.createdAt))} ago
                  </td>
                  <td className={table.end}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Time of ${row.candidateName}`}
                      onClick={() => onTime(row)}
                    >
                      {row.timePercent === 100 ? 'Time' : `Time, ${row.timePercent} %`}
                    </Button>
                    {row.state === 'open' ? (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={`Revoke the link of ${row.candidateName}`}
                        onClick={() => onRevoke(row)}
                      >
                        Revoke
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

function describeLink(row: InvitationRow): string {
  switch (row.state) {
    case 'open':
      return `Open until ${new Date(row.expiresAt).toLocaleDateString([], { dateStyle: 'medium' })}`;
    case 'expired':
      return `Expired ${formatAge(Date.now() - Date.parse(row.expiresAt))} ago`;
    case 'revoked':
      return 'Revoked';
  }
}
