import type { InvitationRow } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import table from '#app/Table.module.css';
import { InvitationTable } from './InvitationTable.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { TimeDialog } from './TimeDialog.tsx';

/** Who was invited to what, and the way to invite somebody. */
export function InvitationsPage() {
  const [search] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const [revoking, setRevoking] = useState<InvitationRow>();
  const [timing, setTiming] = useState<InvitationRow>();
  const invitations = useQuery(
    api.admin.listInvitations.queryOptions({
      input: { page: pageOf(search) },
      placeholderData: keepPreviousData,
    }),
  );

  const body = () => {
    if (invitations.isError) {
      return (
        <div className={`${table.frame} ${table.place}`}>
          <ProblemNotice error={invitations.error} onRetry={() => void invitations.refetch()} />
        </div>
      );
    }
    if (invitations.data?.rows.length === 0) {
      return (
        <div className={`${table.frame} ${table.place}`}>
          <Notice
            icon={<IconMailPlus size={20} stroke={1.6} />}
            title="Nobody is invited yet"
            actions={[{ label: 'Invite a candidate', onClick: () => setInviting(true) }]}
          >
            An invitation is a link for one candidate to one assessment. You send it yourself, by
            mail or in your applicant tracking system.
          </Notice>
        </div>
      );
    }
    return (
      <InvitationTable rows={invitations.data?.rows} onTime={setTiming} onRevoke={setRevoking} />
    );
  };

  return (
    <StaffPage
      title="Invitations"
      lead="Each link belongs to one candidate. It is shown once, when it is made: only its hash is kept."
      action={
        <Button
          leftSection={<IconMailPlus size={16} stroke={1.7} />}
          onClick={() => setInviting(true)}
        >
          Invite a candidate
        </Button>
      }
    >
      {body()}
      {invitations.data ? <Pager {...invitations.data} /> : null}
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
      <TimeDialog invitation={timing} onClose={() => setTiming(undefined)} />
      <RevokeDialog invitation={revoking} onClose={() => setRevoking(undefined)} />
    </StaffPage>
  );
}
