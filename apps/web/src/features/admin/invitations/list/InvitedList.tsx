import type { InvitationRow } from '@assay/contracts/http';
import { csvLine } from '@assay/contracts/report';
import { Button, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import table from '#app/Table.module.css';
import classes from './InviteListPage.module.css';

type Result = {
  invited: { invitation: InvitationRow; link: string; mailed: boolean }[];
  skipped: { id: string; name: string; email: string }[];
};

/** The links of those who were invited, this once, to copy or to take away. */
export function InvitedList({ result, onAgain }: { result: Result; onAgain: () => void }) {
  const { invited, skipped } = result;
  const csv = [
    ['Name', 'Email', 'Link'],
    ...invited.map(({ invitation, link }) => [
      invitation.candidateName,
      invitation.candidateEmail,
      link,
    ]),
  ]
    .map((cells) => csvLine(cells))
    .join('');
  return (
    <section aria-label="Who was invited">
      <p role="status">
        {invited.length === 1
          ? '1 candidate is invited.'
          : `${invited.length} candidates are invited.`}{' '}
        {invited.some(({ mailed }) => mailed)
          ? 'Their mails are on their way. The links are shown here once more, and only now.'
          : 'Each link belongs to one person and is shown only now: send it to them, or take the list with you.'}
        {skipped.length > 0
          ? ` Not invited, because they hold an invitation already: ${skipped.map(({ name }) => name).join(', ')}.`
          : null}
      </p>
      <div className={`${table.frame} ${classes.scroll}`}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Candidate</th>
              <th scope="col">Link</th>
            </tr>
          </thead>
          <tbody>
            {invited.map(({ invitation, link }) => (
              <tr key={invitation.id}>
                <td>
                  <b>{invitation.candidateName}</b>
                  <div className={table.faint}>{invitation.candidateEmail}</div>
                </td>
                <td>
                  <code className={classes.link}>{link}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group mt={16} gap={8}>
        <Button
          component="a"
          download="invitations.csv"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
          leftSection={<IconDownload size={16} stroke={1.6} />}
        >
          Download as CSV
        </Button>
        <CopyButton value={csv}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={
                copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />
              }
              onClick={copy}
              aria-live="polite"
            >
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onAgain}>
          Invite another list
        </Button>
        <Button variant="subtle" component={Link} to="/admin/candidates">
          To the candidates
        </Button>
      </Group>
    </section>
  );
}
