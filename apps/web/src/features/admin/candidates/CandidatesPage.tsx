import type { InvitationRow } from '@assay/contracts/http';
import { Button, Group } from '@mantine/core';
import { IconMailPlus, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { StaffPage } from '#app/StaffPage.tsx';
import { InviteDialog } from '#features/admin/invitations/InviteDialog.tsx';
import { RenewDialog } from '#features/admin/invitations/RenewDialog.tsx';
import { RevokeDialog } from '#features/admin/invitations/RevokeDialog.tsx';
import { TimeDialog } from '#features/admin/invitations/TimeDialog.tsx';
import { useStaffEvents } from '#features/review/useStaffEvents.ts';
import { Board } from './Board.tsx';
import { CandidateList } from './CandidateList.tsx';
import { CompareBar } from './CompareBar.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterBar } from './FilterBar.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { useCandidateFilters } from './useCandidateFilters.ts';
import { useChoice } from './useChoice.ts';

/** Everybody who was invited and where they stand, as a board and as a list, and the way to invite somebody. */
export function CandidatesPage() {
  useStaffEvents();
  const filters = useCandidateFilters();
  /** Named by whoever comes from an assessment to invite to it. */
  const inviteTo = filters.search.get('invite') ?? undefined;
  const [inviting, setInviting] = useState(inviteTo !== undefined);
  const [revoking, setRevoking] = useState<InvitationRow>();
  const [timing, setTiming] = useState<InvitationRow>();
  const [renewing, setRenewing] = useState<InvitationRow>();
  const choice = useChoice();
  const actions = { choice, onTime: setTiming, onRenew: setRenewing, onRevoke: setRevoking };
  return (
    <StaffPage
      wide
      title="Candidates"
      lead="Where everybody stands follows from what they and your reviewers did. Nobody moves a card by hand."
      action={
        <Group gap={8}>
          <ExportMenu />
          <Button
            variant="default"
            component={Link}
            to="/admin/candidates/invite"
            leftSection={<IconTableImport size={16} stroke={1.7} />}
          >
            Invite from a list
          </Button>
          <Button
            leftSection={<IconMailPlus size={16} stroke={1.7} />}
            onClick={() => setInviting(true)}
          >
            Invite a candidate
          </Button>
        </Group>
      }
    >
      <FilterBar filters={filters} />
      {filters.view === 'board' ? <Board filters={filters} actions={actions} /> : null}
      {filters.view === 'list' ? (
        <CandidateList filters={filters} actions={actions} onInvite={() => setInviting(true)} />
      ) : null}
      {filters.view === 'sources' ? <SourcesTable assessmentId={filters.assessmentId} /> : null}
      <CompareBar choice={choice} />
      <InviteDialog assessmentId={inviteTo} opened={inviting} onClose={() => setInviting(false)} />
      <TimeDialog invitation={timing} onClose={() => setTiming(undefined)} />
      <RenewDialog invitation={renewing} onClose={() => setRenewing(undefined)} />
      <RevokeDialog invitation={revoking} onClose={() => setRevoking(undefined)} />
    </StaffPage>
  );
}
